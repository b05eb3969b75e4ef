package org.yujian.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.testing.Client;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** The commands of the packaged program, beside one that serves and is written to. */
class BackupIT {
  private static final String DOCUMENT = "扫描二维码 关注“梧桐街道”\n\n# 通知 %d\n\n第 %d 份。（街道城建办）\n";

  /** Public articles whose newest row of the log is missing, or is of another version. */
  private static final String TORN =
      """
      select count(*) from article a where state = 'published' and version is distinct from
        (select max(version) from change c where c.thing_id = a.id)
      """;

  private static Program command(Path data, List<String> settings, String name, Path file) {
    return Program.launch(data, settings, List.of(name, file.toString()));
  }

  private static String run(int code, Path data, List<String> settings, String name, Path file) {
    try (Program program = command(data, settings, name, file)) {
      int exit = program.awaitExit();
      String lines = String.join("\n", program.lines());
      assertThat(exit).as(lines).isEqualTo(code);
      assertThat(lines).doesNotContain("\tat ", "Exception");
      return lines;
    }
  }

  private static void importOne(Client desk, int number) {
    String text = DOCUMENT.replace("%d", Integer.toString(number));
    desk.importDocument(null, text, true, List.of("通知")).expect(201);
  }

  @Test
  void whatWasPublishedIsServedElsewhere() throws Exception {
    Path home = Folders.empty("backup-it");
    Path file = home.resolve("yujian.zip");
    String token;
    String key;
    try (Program source = Program.start(home.resolve("source"))) {
      key = source.adminKey();
      Client desk = new Client(source.baseUrl(), key);
      importOne(desk, 0);
      String account = desk.get("/v1/accounts").items().get(0).path("id").asText();
      String raw = "/v1/desk/media/raw?account=" + account;
      desk.postBytes(raw, "image/png", DrawnPicture.png(60, 40, 5)).expect(201);
      token = desk.get("/v1/sync").expect(200).text("token");
      backUpWhileWriting(desk, source.dataDir(), file);
      assertThat(run(1, source.dataDir(), List.of(), "restore", file))
          .contains("in use by another");
    }
    assertThat(run(0, home, List.of(), "verify", file)).contains("complete and unchanged");
    Path target = home.resolve("target");
    assertThat(run(0, target, List.of(), "restore", file)).contains("Restored and compared");
    assertThat(run(1, target, List.of(), "restore", file)).contains("The database is not empty");
    try (Program restored = Program.start(target)) {
      Client desk = new Client(restored.baseUrl(), key);
      assertThat(desk.get("/v1/articles?tag=tong-zhi").items()).isNotEmpty();
      assertThat(desk.get("/v1/desk/audit/verify").json().path("intact").asBoolean()).isTrue();
      assertThat(desk.get("/v1/sync?since=" + token).status()).isEqualTo(410);
      assertThat(pictures(target)).isEqualTo(pictures(home.resolve("source")));
      assertThat(number(restored.database(), TORN)).isZero();
      importOne(desk, 100_000);
    }
  }

  /** The files of the pictures with their content. */
  private static Map<String, String> pictures(Path data) throws IOException {
    Path media = data.resolve("media");
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.find(media, 3, (file, read) -> read.isRegularFile())) {
      for (Path file : all.filter(one -> media.relativize(one).getNameCount() == 3).toList()) {
        byte[] digest = DigestedOutput.sha256().digest(Files.readAllBytes(file));
        files.put(media.relativize(file).toString(), HexFormat.of().formatHex(digest));
      }
    }
    assertThat(files).hasSizeGreaterThan(2);
    return files;
  }

  /** At least three documents are published before the backup begins and three afterwards. */
  private static void backUpWhileWriting(Client desk, Path data, Path file) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(3);
    CompletableFuture<Integer> writer =
        CompletableFuture.supplyAsync(
            () -> {
              int number = 1;
              for (; !done.get(); number++) {
                importOne(desk, number);
                begun.countDown();
              }
              return number;
            });
    begun.await();
    String lines = run(0, data, List.of(), "backup", file);
    done.set(true);
    assertThat(writer.get()).isGreaterThan(3);
    assertThat(lines).contains("The backup is complete", "secret-key is not in it");
  }

  @Test
  void fromTheEmbeddedDatabaseToAnExternalOneEvenIfKilledOnce() throws Exception {
    Path home = Folders.empty("backup-it-external");
    Path file = home.resolve("yujian.zip");
    try (Program source = Program.start(home.resolve("source"))) {
      run(0, source.dataDir(), List.of(), "backup", file);
    }
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(home.resolve("external"), System.out::println)) {
      List<String> settings = new ArrayList<>();
      settings.add("quarkus.datasource.jdbc.url=" + server.access().jdbcUrl());
      settings.add("quarkus.datasource.username=" + server.access().user());
      settings.add("quarkus.datasource.password=" + server.access().password());
      Path node = home.resolve("node");
      assertThat(run(1, node, settings, "backup", home.resolve("none.zip"))).contains("no tables");
      try (Program killed = command(node, settings, "restore", file)) {
        killed.awaitLine("Creating the tables");
        killed.kill9();
      }
      try (Program refused = Program.launch(node, settings.toArray(String[]::new))) {
        assertThat(refused.awaitExit()).isEqualTo(2);
        assertThat(String.join("\n", refused.lines())).contains("was interrupted", "once more");
      }
      run(0, node, settings, "restore", file);
      Path again = home.resolve("again.zip");
      run(0, node, settings, "backup", again);
      try (BackupFile first = BackupFile.open(file, System.out::println);
          BackupFile second = BackupFile.open(again, System.out::println)) {
        assertThat(tables(second)).isEqualTo(tables(first));
      }
      try (Program moved = Program.start(node, settings.toArray(String[]::new));
          Program old = Program.start(home.resolve("source"))) {
        String feed = old.get("/v1/articles").body();
        assertThat(feed).contains("\"items\":[{");
        assertThat(moved.get("/v1/articles").body()).isEqualTo(feed);
      }
    }
  }

  /** All but the table with the identity of the log, which a restore changes. */
  private static List<Manifest.Table> tables(BackupFile backup) {
    return backup.manifest().tables().stream()
        .filter(table -> !table.name().equals("change_state"))
        .toList();
  }

  @Test
  void aBackupEveryDay() throws Exception {
    Path home = Folders.empty("backup-it-daily");
    Path folder = home.resolve("backups");
    try (Program program = Program.start(home.resolve("data"), "yujian.backup.folder=" + folder)) {
      program.await("a backup", () -> new BackupFolder(folder).newest().isPresent());
      String management = program.managementUrl().toString();
      String metrics = program.get(URI.create(management + "/q/metrics")).body();
      assertThat(metrics).containsPattern("yujian_backup_age_seconds \\d");
      String health = program.get(URI.create(management + "/q/health")).body();
      assertThat(health).contains("Daily backup", "ageSeconds");
      assertThat(Files.isDirectory(folder)).isTrue();
    }
  }

  private static long number(Connection opened, String query) throws SQLException {
    try (Connection connection = opened;
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
