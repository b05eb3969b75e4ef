package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yujian.change.LogFilter;
import org.yujian.change.SyncToken;
import org.yujian.database.DatabaseAccess;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.testing.Client;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;
import org.yujian.testing.ReleaseDump;
import org.yujian.testing.Releases;
import org.yujian.testing.Releases.Release;

/**
 * Today's program goes on with the database of each earlier release. Of the first releases no rows
 * were kept; what the public and editors see then comes from a later one, in the earlier schema.
 */
class UpgradeIT {
  /** The dump gets older while devices sleep and the log is kept for a limited time. */
  private static final String AWAKE =
      "update device set last_used_at = now(); update reader set last_used_at = now()";

  private static final String LONG = "yujian.change-retention=P36500D";

  private JsonNode facts;
  private Program program;
  private Client desk;

  static Stream<Release> releases() {
    return Releases.all().stream();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void itsDatabaseGoesOn(Release release) throws Exception {
    facts = release.facts();
    Path folder = Folders.empty("upgrade").resolve("data");
    restore(release, folder);
    try (Program started = Program.start(folder, LONG)) {
      program = started;
      desk = new Client(program.baseUrl(), text("adminKey"));
      assertThat(differences(desk, facts.path("reads"))).isEmpty();
      assertThat(program.get("/v1/articles/" + text("withdrawnId")).statusCode()).isEqualTo(410);
      assertThat(desk.get("/v1/desk/audit/verify").json().path("intact").asBoolean()).isTrue();
      keysOpenWhatTheyOpened();
      if (release.isRecorded()) {
        theReaderGoesOn();
      }
      theEditorGoesOn();
    }
  }

  private void restore(Release release, Path folder) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, System.out::println)) {
      DatabaseAccess access = postgres.access();
      Flyway.configure()
          .dataSource(access.jdbcUrl(), access.user(), access.password())
          .locations("filesystem:src/main/resources/db/migration")
          .target(release.schema())
          .load()
          .migrate();
      try (Connection database = superuser(access, folder);
          Statement statement = database.createStatement()) {
        ReleaseDump.restore(database, release.rows());
        if (release.isRecorded()) {
          statement.execute(AWAKE);
        }
      }
    }
  }

  private static Connection superuser(DatabaseAccess access, Path folder)
      throws SQLException, IOException {
    String password = Files.readString(folder.resolve("postgres/superuser-password")).strip();
    return DriverManager.getConnection(access.jdbcUrl(), "postgres", password);
  }

  private void keysOpenWhatTheyOpened() {
    Client reading = desk.with(text("readerKey"));
    reading.get("/v1/desk/accounts").expect(200);
    reading.post("/v1/desk/tags", Map.of("name", "新")).expect(403);
  }

  private void theReaderGoesOn() {
    String page = program.get("/f/" + text("followCode")).body();
    assertThat(page).contains("梧桐街道", "梧桐路夜间施工提示");
    Map<String, Object> token = Map.of("refreshToken", text("refreshToken"));
    Client.Answer refreshed = desk.post("/v1/devices/refresh", token).expect(200);
    Client phone = desk.with(refreshed.text("accessToken"));
    assertThat(differences(phone, facts.path("mine"))).isEmpty();
  }

  /** What is published now comes to a client that kept the release's token. */
  private void theEditorGoesOn() {
    String edition = "/v1/desk/editions/" + text("editionId");
    desk.publish(text("editionId"), desk.get(edition).etag()).expect(200);
    Client.Answer report =
        desk.importDocument(text("accountId"), "# 升级以后\n\n新的一篇。\n", true, List.of()).expect(201);
    String article = report.json().at("/articles/0/articleId").asText();
    List<JsonNode> feed = desk.get("/v1/articles").items();
    assertThat(feed.get(0).path("id").asText()).isEqualTo(article);
    assertThat(feed.get(1).path("title").asText()).isEqualTo("手写的草稿");
    JsonNode changes = desk.get("/v1/sync?since=" + keptToken()).expect(200).json().path("changes");
    assertThat(changes.findValuesAsText("title")).contains("升级以后", "手写的草稿");
    assertThat(changes.findValuesAsText("id")).contains(article).doesNotContain(text("articleId"));
  }

  /**
   * The release's token as its own server would go on with it. A copy on another server begins a
   * new epoch on purpose, so that is exchanged; place and nonce stay and have to be known.
   */
  private String keptToken() {
    SyncToken kept = SyncToken.decode(text("syncToken"), LogFilter.ALL.text());
    String fresh = desk.get("/v1/sync?since=now").expect(200).text("token");
    long epoch = SyncToken.decode(fresh, LogFilter.ALL.text()).epoch();
    return new SyncToken(epoch, kept.seq(), kept.anchor(), kept.nonce())
        .encode(LogFilter.ALL.text());
  }

  private String text(String fact) {
    return facts.path(fact).asText();
  }

  /** Paths whose response no longer contains what the release said. */
  private static List<String> differences(Client client, JsonNode reads) {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, JsonNode> read : reads.properties()) {
      JsonNode now = client.get(read.getKey()).expect(200).json();
      compare(read.getKey() + " ", read.getValue(), now, differences);
    }
    return differences;
  }

  private static void compare(String where, JsonNode then, JsonNode now, List<String> found) {
    if (then.isObject() && now.isObject()) {
      then.properties()
          .forEach(
              field ->
                  compare(
                      where + "/" + field.getKey(),
                      field.getValue(),
                      now.path(field.getKey()),
                      found));
    } else if (then.isArray() && now.isArray() && then.size() == now.size()) {
      for (int i = 0; i < then.size(); i++) {
        compare(where + "/" + i, then.get(i), now.get(i), found);
      }
    } else if (!then.equals(now)) {
      found.add(where + ": " + then + " is now " + now);
    }
  }
}
