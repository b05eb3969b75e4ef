package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.document.Docx;
import org.yujian.testing.Client;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.Folders;
import org.yujian.testing.Nodes;
import org.yujian.testing.Program;
import org.yujian.testing.Upload;

/**
 * Kill -9 while a batch of documents is imported. The next start goes on with it, imports every
 * document once and loses none. {@code -Dkill.rounds=20} for a long run, {@code -Dkill.seed} to
 * repeat one.
 */
class ImportBatchKillIT {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime() % 1_000_000);
  private static final int PICTURES = 3;
  private static final int MOST_LATER_NANOS = 400_000_000;

  private final Random random = new Random(SEED);
  private final Path data = Folders.empty("kill-batch");
  private Program program;

  @AfterEach
  void end() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void aKilledBatchEndsAfterTheNextStart() throws SQLException {
    System.out.printf(Locale.ROOT, "ImportBatchKillIT: %d rounds, seed %d%n", ROUNDS, SEED);
    program = Program.start(data, "yujian.sample=false");
    Map<String, String> named = Map.of("name", "甲社区");
    String account = client().post("/v1/desk/accounts", named).expect(201).text("id");
    String path =
        "/v1/desk/import-batches/" + client().importFiles(batch(account)).expect(202).text("id");
    for (int round = 0; round < ROUNDS; round++) {
      // Each second document has pictures and takes long.
      int document = 2 * round;
      program.await("document " + document, () -> steps(client(), path, document) > 0);
      LockSupport.parkNanos(random.nextInt(MOST_LATER_NANOS));
      program.kill9();
      program = Program.start(data, "yujian.sample=false");
      endLeases(program::database);
    }
    program.await("the batch", () -> client().get(path).text("state").equals("done"));
    requireImportedOnce(client(), path, program::database);
    assertThat(number("select count(*) from import_work where length(bytes) > 0")).isZero();
    assertThat(number("select max(attempts) from import_work")).isBetween(1L, 2L);
    System.out.printf(
        Locale.ROOT,
        "ImportBatchKillIT: %d attempts were killed%n",
        number("select sum(attempts) - count(*) from import_work"));
  }

  /** Another node need not wait for the lease, and the attempt is not one that failed. */
  @Test
  void aStoppedProgramGivesItsDocumentBack() throws SQLException {
    program = Program.start(data, "yujian.sample=false");
    Map<String, String> named = Map.of("name", "乙社区");
    String account = client().post("/v1/desk/accounts", named).expect(201).text("id");
    String path =
        "/v1/desk/import-batches/" + client().importFiles(batch(account)).expect(202).text("id");
    program.await("the first document", () -> steps(client(), path, 0) > 0);
    assertThat(program.stop()).isEqualTo(143);
    program = Program.start(data, "yujian.sample=false");
    program.await("the batch", () -> client().get(path).text("state").equals("done"));
    String id = path.substring(path.lastIndexOf('/') + 1);
    String attempts = "select max(attempts) from import_work where batch_id = '" + id + "'";
    assertThat(number(attempts)).isEqualTo(1);
    assertThat(client().get(path).json().path("done").asInt()).isEqualTo(2 * ROUNDS);
  }

  /** The dead node does not come back, so only the other one can end the batch. */
  @Test
  void anotherNodeTakesTheBatchOver() throws SQLException, InterruptedException {
    String folder = "yujian.media.folder=" + Folders.empty("kill-batch-media");
    String shared = "yujian.media.shared=true";
    try (Nodes nodes = new Nodes("kill-batch", 2, folder, shared, "yujian.sample=false")) {
      Client living = nodes.client(1);
      Map<String, String> named = Map.of("name", "丙社区");
      String account = living.post("/v1/desk/accounts", named).expect(201).text("id");
      String id = nodes.client(0).importFiles(batch(account)).expect(202).text("id");
      String path = "/v1/desk/import-batches/" + id;
      nodes.node(0).await("the first document", () -> steps(living, path, 0) > 0);
      nodes.node(0).kill9();
      endLeases(nodes::database);
      nodes.node(1).await("the batch", () -> living.get(path).text("state").equals("done"));
      requireImportedOnce(living, path, nodes::database);
      assertThat(nodes.node(1).errors()).isEmpty();
    }
  }

  private static void requireImportedOnce(
      Client client, String path, StoredImports.Database database) throws SQLException {
    JsonNode items = client.get(path).json().path("items");
    assertThat(items).hasSize(2 * ROUNDS);
    StoredImports stored = StoredImports.in(database);
    for (int i = 0; i < items.size(); i++) {
      assertThat(items.get(i).path("state").asText()).as("%s", items.get(i)).isEqualTo("done");
      assertThat(stored.reports().get(items.get(i).path("fileName").asText())).isEqualTo(1);
      assertThat(stored.states(title(i))).isEqualTo(Collections.singletonList("published"));
      String report = "/v1/desk/imports/" + items.get(i).path("importId").asText();
      assertThat(client.get(report).expect(200).text("result")).isEqualTo("created");
    }
    assertThat(StoredImports.inconsistencies(database)).isEmpty();
  }

  private Client client() {
    return new Client(program.baseUrl(), program.adminKey());
  }

  private static int steps(Client client, String path, int document) {
    return client.get(path).json().path("items").path(document).path("stepsDone").asInt();
  }

  private static Upload batch(String account) {
    Upload upload = Upload.empty().with("account", account).publish();
    for (int i = 0; i < 2 * ROUNDS; i++) {
      String title = title(i);
      if (i % 2 == 1) {
        upload.file(title + ".txt", "# " + title + "\n\n" + title + "的正文在这里。\n");
      } else {
        upload.file(title + ".docx", word(title, i));
      }
    }
    return upload;
  }

  private static String title(int document) {
    return "第" + document + "号文件";
  }

  private static byte[] word(String title, int document) {
    Docx docx = Docx.create().heading(1, title);
    for (int i = 0; i < PICTURES; i++) {
      docx.paragraph(title + "的第" + i + "段在这里。").raw("<w:p>%P%</w:p>");
      docx.picture("%P%", DrawnPicture.png(900, 600, PICTURES * document + i), null);
    }
    return docx.bytes();
  }

  /** As if a minute had passed. */
  private static void endLeases(StoredImports.Database database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("update import_work set claimed_until = now() where state = 'working'");
    }
  }

  private long number(String query) throws SQLException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
