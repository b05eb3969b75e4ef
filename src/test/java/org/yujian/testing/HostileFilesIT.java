package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Damaged documents and pictures of all formats against the packaged program with little memory:
 * each is answered, none with a 5xx, and nothing of a refused one stays. {@code -Dhostile.files=500
 * -Dhostile.seed=…} for longer and repeated runs.
 */
class HostileFilesIT {

  private static final int FILES = Integer.getInteger("hostile.files", 100);
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents/word");
  private static final Path PICTURES = Path.of("src/test/resources/pictures");

  private final long seed = Long.getLong("hostile.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void nothingBreaksAndNothingStays() throws IOException, SQLException {
    System.out.println("HostileFilesIT seed " + seed);
    List<Path> sources = new ArrayList<>(files(DOCUMENTS, "docx|doc|odt|pdf|html"));
    sources.addAll(files(PICTURES, "jpg|png|gif|webp|heic|avif"));
    Path temporary = Files.createDirectories(Folders.empty("hostile-temporary"));
    Path data = Folders.empty("hostile-files");
    try (Program program =
        Program.start(data, "-Xmx128m", "-Djava.io.tmpdir=" + temporary, "yujian.sample=false")) {
      Client client = new Client(program.baseUrl(), program.adminKey());
      String account =
          client.post("/v1/desk/accounts", Map.of("name", "豫园社区")).expect(201).text("id");
      Map<Integer, Integer> statuses = new TreeMap<>();
      for (int i = 0; i < FILES; i++) {
        Path source = sources.get(random.nextInt(sources.size()));
        byte[] damaged = damaged(Files.readAllBytes(source), Files.readAllBytes(other(sources)));
        int status = upload(client, account, source, damaged);
        assertThat(status).as("file %d from %s, seed %d", i, source, seed).isLessThan(500);
        statuses.merge(status, 1, Integer::sum);
      }
      System.out.println("HostileFilesIT answers " + statuses);
      assertThat(statuses.keySet()).contains(201).anyMatch(status -> status >= 400);
      assertThat(number(program, "select count(*) from picture"))
          .isEqualTo(number(program, "select count(distinct picture_key) from account_picture"));
      assertThat(folders(data.resolve("media")))
          .isEqualTo(number(program, "select count(*) from picture"));
      assertThat(program.errors()).isEmpty();
    }
    assertThat(files(temporary, ".*")).isEmpty();
  }

  private Path other(List<Path> sources) {
    return sources.get(random.nextInt(sources.size()));
  }

  private static int upload(Client client, String account, Path source, byte[] bytes) {
    if (source.startsWith(PICTURES)) {
      String path = "/v1/desk/media/raw?account=" + account;
      return client.postBytes(path, "application/octet-stream", bytes).status();
    }
    Upload form = Upload.of(source.getFileName().toString(), bytes).with("account", account);
    return client.postForm("/v1/desk/imports", form).status();
  }

  /** Cut off, with changed bytes, with a hole, or with the end of another file. */
  private byte[] damaged(byte[] whole, byte[] other) {
    byte[] bytes = whole.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(5)) {
      case 0 -> bytes = Arrays.copyOf(bytes, at);
      case 1 -> change(bytes, 1 + random.nextInt(20), bytes.length);
      case 2 -> change(bytes, 1 + random.nextInt(8), Math.min(bytes.length, 200));
      case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1_000), (byte) 0xFF);
      default -> {
        int from = random.nextInt(other.length);
        byte[] mixed = Arrays.copyOf(bytes, at + other.length - from);
        System.arraycopy(other, from, mixed, at, other.length - from);
        bytes = mixed;
      }
    }
    return bytes;
  }

  private void change(byte[] bytes, int times, int within) {
    for (int i = 0; i < times; i++) {
      bytes[random.nextInt(within)] = (byte) random.nextInt(256);
    }
  }

  private static List<Path> files(Path folder, String endings) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().matches(".*\\.?(?:" + endings + ")"))
          .sorted()
          .toList();
    }
  }

  /** Number of folders that hold files of a picture. */
  private static long folders(Path media) throws IOException {
    try (Stream<Path> all = Files.walk(media)) {
      return all.filter(Files::isDirectory)
          .filter(folder -> folder.getFileName().toString().matches("[A-Za-z0-9_-]{22}"))
          .count();
    }
  }

  private static long number(Program program, String query) throws SQLException {
    try (Connection database = program.database();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
