package org.yujian.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/**
 * The program is killed again and again while pictures are uploaded. After each next start every
 * row has its files, every file has its row, and no acknowledged picture is missing.
 */
class KilledUploadsIT {

  private static final int ROUNDS = 4;

  private final AtomicInteger seeds = new AtomicInteger();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  @Test
  void rowsAndFilesBelongTogetherAfterEachKill() throws Exception {
    long seed = System.nanoTime();
    System.out.println("KilledUploadsIT seed " + seed);
    Random random = new Random(seed);
    Path data = Folders.empty("killed-uploads");
    String account = null;
    for (int round = 0; round <= ROUNDS; round++) {
      try (Program program = Program.start(data, "yujian.sample=false")) {
        Client client = new Client(program.baseUrl(), program.adminKey());
        if (account == null) {
          account = client.post("/v1/desk/accounts", Map.of("name", "豫园社区")).expect(201).text("id");
        }
        program.await("the sweep", () -> filesOfRowsOnly(program));
        check(program, client);
        if (round < ROUNDS) {
          uploadUntilKilled(program, client, account, 1 + random.nextInt(4));
        }
      }
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS);
  }

  /** Two clients upload; the program is killed in the middle of the uploads after some answers. */
  private void uploadUntilKilled(Program program, Client client, String account, int answers)
      throws InterruptedException {
    AtomicBoolean killed = new AtomicBoolean();
    int until = acknowledged.size() + answers;
    List<Thread> clients =
        Stream.generate(() -> new Thread(() -> uploads(client, account, killed))).limit(2).toList();
    clients.forEach(Thread::start);
    program.await("answers", () -> acknowledged.size() >= until);
    killed.set(true);
    program.kill9();
    for (Thread thread : clients) {
      thread.join();
    }
  }

  private void uploads(Client client, String account, AtomicBoolean killed) {
    while (!killed.get()) {
      byte[] picture = DrawnPicture.png(700, 500, seeds.incrementAndGet());
      try {
        Client.Answer added =
            client.postBytes("/v1/desk/media/raw?account=" + account, "image/png", picture);
        if (added.status() == 201) {
          acknowledged.add(added.text("id"));
        }
      } catch (RuntimeException e) {
        assertThat(killed).as("the program was killed: " + e).isTrue();
      }
    }
  }

  private static boolean filesOfRowsOnly(Program program) {
    try (Connection database = program.database();
        Statement statement = database.createStatement();
        ResultSet pictures = statement.executeQuery("select key from picture")) {
      Set<String> keys = new TreeSet<>();
      while (pictures.next()) {
        keys.add(pictures.getString(1));
      }
      return files(program.dataDir().resolve("media")).stream()
          .allMatch(file -> keys.contains(file.split("/")[0]));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void check(Program program, Client client) throws IOException, SQLException {
    Set<String> files = files(program.dataDir().resolve("media"));
    Map<String, List<String>> byKey =
        files.stream().collect(Collectors.groupingBy(file -> file.split("/")[0]));
    Set<String> rows = new TreeSet<>();
    try (Connection database = program.database();
        Statement statement = database.createStatement();
        ResultSet pictures = statement.executeQuery("select key, widths from picture")) {
      while (pictures.next()) {
        String key = pictures.getString(1);
        rows.add(key);
        for (Integer width : (Integer[]) pictures.getArray(2).getArray()) {
          assertThat(files).contains(key + "/" + width + ".jpg", key + "/" + width + ".webp");
        }
        assertThat(files).contains(key + "/original");
      }
    }
    assertThat(byKey.keySet()).isEqualTo(rows);
    for (String id : acknowledged) {
      String url =
          client.get("/v1/desk/media/" + id).expect(200).json().at("/picture/url").asText();
      assertThat(rows).contains(url.split("/")[2]);
    }
  }

  /** Names of stored files, such as {@code KEY/640.webp}. */
  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> file.getParent().getFileName() + "/" + file.getFileName())
          .filter(name -> name.matches("[A-Za-z0-9_-]{22}/[a-z0-9.x-]+"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
