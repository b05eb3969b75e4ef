package org.yujian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.media.storage.S3Server;
import org.yujian.shared.settings.Settings;
import org.yujian.testing.Client;
import org.yujian.testing.Folders;
import org.yujian.testing.MappedSettings;
import org.yujian.testing.Program;
import org.yujian.testing.Seed;

/** Copies of backups on an S3 server. */
class BackupBucketIT {
  private static final int PART = 5 << 20;

  private static S3Server server;

  @BeforeAll
  static void start() throws IOException {
    assumeThat(S3Server.isThere()).as("s3proxy is in target: mvn dependency:copy@s3proxy").isTrue();
    server = S3Server.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static Map<String, String> settings(String bucket) {
    return Map.of(
        "yujian.backup.s3.endpoint",
        server.address(),
        "yujian.backup.s3.bucket",
        bucket,
        "yujian.backup.s3.prefix",
        "office/one",
        "yujian.backup.s3.access-key",
        S3Server.KEY,
        "yujian.backup.s3.secret-key",
        S3Server.SECRET);
  }

  private static Path file(Path folder, String name, int bytes) throws IOException {
    byte[] content = new byte[bytes];
    Random random = Seed.random("BackupBucketIT");
    random.nextBytes(content);
    return Files.write(folder.resolve(name), content);
  }

  @Test
  void partsArePutTogetherAndTheNewestAreKept() throws Exception {
    Path folder = Folders.empty("bucket-files");
    Path stored = server.bucket("parts").resolve("office/one");
    Files.createDirectories(stored);
    Files.writeString(stored.resolve("notes.txt"), "stays");
    Settings settings = MappedSettings.of(settings("parts"));
    try (BackupBucket bucket = BackupBucket.of(settings.backup().s3(), PART)) {
      Path large = file(folder, "yujian-2026-12-03.zip", 2 * PART + 17);
      bucket.put(file(folder, "yujian-2026-12-01.zip", PART));
      bucket.put(file(folder, "yujian-2026-12-02.zip", 1));
      bucket.put(large);
      bucket.put(large);
      bucket.keepNewest(2);
      assertThat(bucket.list().keySet())
          .containsExactly("yujian-2026-12-02.zip", "yujian-2026-12-03.zip");
      assertThat(stored.resolve("notes.txt")).exists();
      Path back = folder.resolve("back.zip");
      String address = "s3://parts/office/one/yujian-2026-12-03.zip";
      BackupBucket.download(settings.backup().s3(), address, back);
      assertThat(Files.mismatch(large, back)).isEqualTo(-1);
    }
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    Path file = file(Folders.empty("bucket-wrong"), "yujian-2026-12-01.zip", 10);
    Map<String, String> wrong = new HashMap<>(settings("none"));
    try (BackupBucket bucket = BackupBucket.of(MappedSettings.of(wrong).backup().s3())) {
      assertThatThrownBy(() -> bucket.put(file))
          .isInstanceOf(BackupFailure.class)
          .hasMessageContaining("NoSuchBucket")
          .hasMessageContaining("YUJIAN_BACKUP_S3_BUCKET");
    }
    server.bucket("wrong");
    wrong.put("yujian.backup.s3.bucket", "wrong");
    Settings.S3 right = MappedSettings.of(wrong).backup().s3();
    assertThatThrownBy(() -> BackupBucket.download(right, "s3://wrong/nothing.zip", file))
        .hasMessage("Cannot read nothing.zip: it is not in the bucket wrong.");
    assertThatThrownBy(() -> BackupBucket.download(right, "s3://wrong", file))
        .hasMessageContaining("is no address like s3://BUCKET/");
    wrong.put("yujian.backup.s3.secret-key", "other");
    try (BackupBucket bucket = BackupBucket.of(MappedSettings.of(wrong).backup().s3())) {
      assertThatThrownBy(bucket::list)
          .hasMessageContaining("SignatureDoesNotMatch")
          .message()
          .doesNotContain("other");
    }
  }

  @Test
  void theProgramCopiesItsBackupAndRestoresFromTheBucket() throws Exception {
    Path home = Folders.empty("bucket-program");
    Path bucket = server.bucket("nightly");
    List<String> settings =
        settings("nightly").entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .toList();
    Path stored;
    try (Program program = Program.start(home.resolve("data"), settings.toArray(String[]::new))) {
      program.awaitLine("to the bucket");
      stored = only(bucket.resolve("office/one"));
      assertThat(stored.getFileName()).isEqualTo(only(home.resolve("data/backups")).getFileName());
      assertThat(overview(program)).contains("id=\"backup\"", "（0 小时前）");
    }
    String address = "s3://nightly/office/one/" + stored.getFileName();
    assertThat(run(0, home, settings, "verify", address)).contains("complete and unchanged");
    Path target = home.resolve("target");
    assertThat(run(0, target, settings, "restore", address)).contains("Restored and compared");
    try (Program restored = Program.start(target)) {
      assertThat(new Client(restored.baseUrl(), "").get("/v1/articles").items()).isNotEmpty();
    }
    byte[] bytes = Files.readAllBytes(stored);
    bytes[bytes.length / 2] ^= 1;
    Files.write(stored, bytes);
    assertThat(run(1, home, settings, "verify", address)).contains("is damaged");
  }

  private static String overview(Program program) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(program.baseUrl() + "/desk"))
            .header("Authorization", "Bearer " + program.adminKey())
            .header("Accept", "text/html")
            .header("Accept-Language", "zh")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.toList();
      assertThat(files).hasSize(1);
      return files.get(0);
    }
  }

  private static String run(int code, Path data, List<String> settings, String... words) {
    try (Program program = Program.launch(data, settings, List.of(words))) {
      int exit = program.awaitExit();
      String lines = String.join("\n", program.lines());
      assertThat(exit).as(lines).isEqualTo(code);
      return lines;
    }
  }
}
