package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** A digest is remembered as written or derived, old ones too, whatever the rule derives. */
@QuarkusTest
class DigestWrittenTest extends EditionLifeTest {

  private static final String SCHEMA = "before_digests";
  private static final String[] PIECES = {
    "街道",
    "word ",
    " ",
    "\t",
    "\n",
    "\n\n",
    "𠮷",
    "　",
    "\u2003",
    "，",
    "e\u0301",
    "👨‍👩‍👧",
    "\u00A0",
    "字字字字字字字"
  };

  @Inject AgroalDataSource database;

  /** What releases before this one derived: {@code Digest} as it was. */
  private static String oldRule(String text) {
    StringBuilder start = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (start.length() > 108) {
        break;
      }
      start.append(start.isEmpty() ? "" : " ").append(line);
    }
    if (start.isEmpty()) {
      return null;
    }
    int length = Math.min(54, start.codePointCount(0, start.length()));
    return start.substring(0, start.offsetByCodePoints(0, length)).strip();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @Test
  void oldRowsAreToldApartExactly() throws SQLException {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      texts.add(text(random));
    }
    UUID article = UUID.randomUUID();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + SCHEMA + " cascade");
      flyway("36?").migrate();
      statement.execute("set search_path to " + SCHEMA);
      insertArticle(statement, article);
      for (int i = 0; i < texts.size(); i++) {
        String derived = oldRule(texts.get(i));
        insertRevision(connection, article, 2 * i + 1, texts.get(i), derived);
        insertRevision(connection, article, 2 * i + 2, texts.get(i), "另写的摘要");
      }
      insertDraft(connection, article, oldRule("甲".repeat(60)));
      insertRevision(connection, article, 5_000, "甲".repeat(60), oldRule("甲".repeat(60)));
      flyway("37").migrate();
      statement.execute("set search_path to " + SCHEMA);
      assertThat(written(statement, "rev % 2 = 1 or rev = 5000")).containsOnly(false);
      assertThat(written(statement, "rev % 2 = 0 and rev < 5000")).hasSize(500).containsOnly(true);
      try (ResultSet draft = statement.executeQuery("select digest from article_draft")) {
        assertThat(draft.next()).isTrue();
        assertThat(draft.getString(1)).isNull();
      }
      // The previous release goes on writing.
      insertRevision(connection, article, 6_001, "乙".repeat(60), "乙".repeat(54));
      insertRevision(connection, article, 6_002, "乙".repeat(60), "另写的摘要");
      assertThat(written(statement, "rev = 6001")).containsExactly(false);
      assertThat(written(statement, "rev = 6002")).containsExactly(true);
      statement.execute("reset search_path");
      statement.execute("drop schema " + SCHEMA + " cascade");
    }
  }

  private Flyway flyway(String target) {
    return Flyway.configure(DigestWrittenTest.class.getClassLoader())
        .dataSource(database)
        .schemas(SCHEMA)
        .target(target)
        .load();
  }

  private static void insertArticle(Statement statement, UUID id) throws SQLException {
    statement.execute(
        String.format(
            Locale.ROOT,
            """
        insert into account (id, handle, name, name_key, sort_key, state, version, created_at,
          updated_at) values ('%1$s', 'a', 'a', 'a', 'a', 'hidden', 1, now(), now());
        insert into edition (id, account_id, state, version, desk_version, created_at, created_by,
          updated_at) values ('%1$s', '%1$s', 'draft', 1, 1, now(), 'test', now());
        insert into article (id, account_id, edition_id, position, state, version, created_at)
          values ('%1$s', '%1$s', '%1$s', 1, 'draft', 1, now())
        """,
            id));
  }

  private static void insertRevision(
      Connection connection, UUID article, int rev, String text, String digest)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into article_revision (article_id, rev, account_id, title, digest, body, html,
              text, markdown, derivation, characters, body_sha256, canonical_sha256,
              content_sha256, live_at, created_by)
            values (?, ?, ?, '题', ?, '{"blocks": []}', '', ?, '', 1, 1, '', '', '', now(), 'test')
            """)) {
      insert.setObject(1, article);
      insert.setInt(2, rev);
      insert.setObject(3, article);
      insert.setString(4, digest);
      insert.setString(5, text);
      insert.executeUpdate();
    }
  }

  private static void insertDraft(Connection connection, UUID article, String digest)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into article_draft (article_id, account_id, version, digest, body, characters,
              body_sha256, canonical_sha256, content_sha256, changed_at, changed_by)
            values (?, ?, 1, ?, '{"blocks": []}', 1, '', '', '', now(), 'test')
            """)) {
      insert.setObject(1, article);
      insert.setObject(2, article);
      insert.setString(3, digest);
      insert.executeUpdate();
    }
  }

  private static List<Boolean> written(Statement statement, String which) throws SQLException {
    List<Boolean> written = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("select digest_written from article_revision where " + which)) {
      while (rows.next()) {
        written.add(rows.getBoolean(1));
      }
    }
    return written;
  }

  private void patch(String article, String field, Object value) {
    Map<String, Object> patch = new HashMap<>();
    patch.put(field, value);
    String etag = etag(ARTICLES + article);
    ok(desk().header("If-Match", etag).body(patch).patch(ARTICLES + article), 200);
  }

  private void correct(String article) {
    ok(act(ARTICLES + article, "corrections", Map.of("class", "typo")), 200);
  }

  private String liveDigest(String article) {
    return read("/v1/articles/" + article).getString("digest");
  }

  private List<String> writtenRevisions() {
    return tables().texts("select rev || ' ' || digest_written from article_revision order by rev");
  }

  @Test
  void whatAnEditorWritesStaysWhateverItSays() {
    String article = article(live("甲"), 0);
    assertThat(liveDigest(article)).isEqualTo("甲的正文。");
    patch(article, "digest", "甲的正文。");
    patch(article, "kicker", "眉");
    correct(article);
    patch(article, "markdown", "改过的正文。");
    assertThat(deskRead(ARTICLES + article).getString("draft.digest")).isEqualTo("甲的正文。");
    correct(article);
    assertThat(liveDigest(article)).isEqualTo("甲的正文。");
    assertThat(writtenRevisions()).containsExactly("1 false", "2 true", "3 true");
    patch(article, "digest", null);
    assertThat(deskRead(ARTICLES + article).getList("draft.fields")).containsExactly("digest");
    correct(article);
    assertThat(liveDigest(article)).isEqualTo("改过的正文。");
    assertThat(writtenRevisions()).endsWith("4 false");
  }

  @Test
  void aRestoredRevisionDerivesOrKeepsItsDigest() {
    String article = article(live("甲"), 0);
    patch(article, "digest", "摘要");
    patch(article, "markdown", "改过的正文。");
    correct(article);
    ok(act(ARTICLES + article, "revisions/1/restore", Map.of()), 200);
    assertThat(deskRead(ARTICLES + article).getString("draft.digest")).isNull();
    patch(article, "markdown", "又一正文。");
    correct(article);
    assertThat(liveDigest(article)).isEqualTo("又一正文。");
    ok(act(ARTICLES + article, "revisions/2/restore", Map.of()), 200);
    assertThat(deskRead(ARTICLES + article).getString("draft.digest")).isEqualTo("摘要");
    correct(article);
    assertThat(writtenRevisions()).containsExactly("1 false", "2 true", "3 false", "4 true");
  }

  /** An old article keeps its digest until it is corrected; that alone is nothing to correct. */
  @Test
  void anOldDigestStaysUntilTheNextCorrection() {
    String body = "字".repeat(50) + " International 标准。";
    String article = article(live("甲"), 0);
    imported(Upload.text("扫描二维码关注“豫园社区”\n\n# 甲\n\n" + body + "\n").with("updates", article));
    correct(article);
    assertThat(liveDigest(article)).isEqualTo("字".repeat(50));
    String old = body.substring(0, 54).strip();
    tables()
        .run(
            "set local yujian.purge = 'on'; update article_revision set digest = '"
                + old
                + "' where rev = 2");
    tables().runLogged("update article set digest = '" + old + "', version = version + 1");
    patch(article, "kicker", "眉");
    JsonPath draft = deskRead(ARTICLES + article);
    assertThat(draft.getList("draft.fields")).containsExactly("kicker");
    correct(article);
    assertThat(liveDigest(article)).isEqualTo("字".repeat(50));
  }
}
