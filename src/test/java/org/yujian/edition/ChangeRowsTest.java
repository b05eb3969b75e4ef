package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.feed.FeedRules;
import org.yujian.feed.FeedTest;
import org.yujian.testing.Client.Answer;

/**
 * What each kind of change writes into the log: one row per changed thing, with its version, the
 * parts, and every scope it touches or has left. Rows are compared as text: type, version, parts,
 * accounts, editions, tags, targets; ids by the names given here.
 */
@QuarkusTest
class ChangeRowsTest extends FeedTest {
  private static final String LINE = "扫描二维码\n关注“豫园社区”\n\n";

  @Test
  void aFirstDocumentMakesAccountTargetAndEditionPublic() {
    Answer report = client.importDocument(null, named("甲", "乙"), true, List.of("新闻")).expect(201);
    String account = report.text("accountId");
    String edition = report.json().at("/articles/0/editionId").asText();
    String target = tables.texts("select id from follow_target").get(0);
    assertThat(since(0, account, "A", edition, "E", target, "T"))
        .containsExactlyInAnyOrder(
            "tag 1 {tag} {} {} {xin-wen} {}",
            "account 1 {account} {A} {} {} {}",
            "followTarget 1 {followTarget} {A} {E} {} {T}",
            "article 1 {article} {A} {E} {xin-wen} {}",
            "article 1 {article} {A} {E} {xin-wen} {}",
            "edition 1 {edition} {A} {E} {} {}");
    ChangeLogRules.check(tables);
  }

  @Test
  void aDraftWritesNothing() {
    client.importDocument(null, named("甲"), false, List.of()).expect(201);
    assertThat(since(0)).isEmpty();
  }

  @Test
  void aCorrectionChangesTheArticleAndOnceItsEdition() {
    Answer first = published("甲", "乙", "丙");
    long seq = seq();
    String text = LINE + "# 甲\n\n甲一。\n\n又一段。\n\n# 乙\n\n乙一。\n\n又一段。\n\n# 丙\n\n丙一。\n\n";
    Answer again = client.importDocument(null, text, true, List.of("x")).expect(201);
    assertThat(again.text("result")).isEqualTo("mixed");
    assertThat(since(seq, first))
        .containsExactlyInAnyOrder(
            "tag 1 {tag} {} {} {x} {}",
            "article 2 {content} {A} {E} {x} {}",
            "article 2 {content} {A} {E} {x} {}",
            "edition 2 {articles} {A} {E} {} {}");
    JsonNode article = client.get("/v1/articles/" + article(first, 0)).expect(200).json();
    assertThat(article.path("rev").asInt()).isEqualTo(2);
    assertThat(article.path("flags").get(0).asText()).isEqualTo("corrected");
    assertThat(article.at("/corrections/0/class").asText()).isEqualTo("update");
    FeedRules.check(tables);
    ChangeLogRules.check(tables);
  }

  @Test
  void theSameDocumentAgainWritesNothing() {
    published("甲");
    long seq = seq();
    client.importDocument(null, named("甲"), true, List.of()).expect(201);
    assertThat(since(seq)).isEmpty();
  }

  @Test
  void taggingNamesTagsOldAndNew() {
    Answer first = published("甲", "乙");
    tag("x");
    tag("y");
    String path = "/v1/desk/articles/" + article(first, 0) + "/tags/";
    client.put(path + "x").expect(200);
    long seq = seq();
    client.put(path + "y").expect(200);
    client.delete(path + "x").expect(200);
    client.delete(path + "x").expect(200);
    assertThat(since(seq, first))
        .containsExactly(
            "edition 3 {articles} {A} {E} {} {}",
            "article 3 {tags} {A} {E} {x,y} {}",
            "edition 4 {articles} {A} {E} {} {}",
            "article 4 {tags} {A} {E} {x,y} {}");
    FeedRules.check(tables);
  }

  @Test
  void renamesChangeTheAccountItsTargetAndTheTagAlone() {
    Answer first = published("甲");
    tag("x");
    long seq = seq();
    rename("/v1/desk/accounts/" + first.text("accountId"), "豫园街道");
    rename("/v1/desk/tags/x", "要闻");
    assertThat(since(seq, first))
        .containsExactly(
            "account 2 {settings} {A} {} {} {}",
            "followTarget 2 {followTarget} {A} {E} {} {T}",
            "tag 2 {name} {} {} {x} {}");
  }

  /** Which targets an edition shows is part of it; what they are called is not. */
  @Test
  void anAccountThatTakesATargetOverChangesTheEditionsThatShowIt() {
    String text = "扫描二维码\n关注“外面”\n\n" + document(List.of("甲"));
    client.post("/v1/desk/accounts", Map.of("handle", "a", "name", "账号甲")).expect(201);
    Answer first = client.importDocument("@a", text, true, List.of()).expect(201);
    String edition = first.json().at("/articles/0/editionId").asText();
    String outside = target("外面");
    String own = target("账号甲");
    long seq = seq();
    rename("/v1/desk/accounts/@a", "外面");
    assertThat(since(seq, first.text("accountId"), "A", edition, "E", outside, "O", own, "T"))
        .containsExactlyInAnyOrder(
            "account 2 {settings} {A} {} {} {}",
            "edition 2 {followTargets} {A} {E} {} {}",
            "followTarget 2 {merged} {} {E} {} {O}",
            "followTarget 2 {followTarget} {A} {E} {} {T}");
    JsonNode read = client.get("/v1/editions/" + edition).expect(200).json();
    assertThat(read.path("version").asInt()).isEqualTo(2);
    assertThat(read.at("/followTargets/0/id").asText()).isEqualTo(own);
    ChangeLogRules.check(tables);
  }

  private String target(String name) {
    return tables.texts("select id from follow_target where name = ?", name).get(0);
  }

  @Test
  void theLastWithdrawnArticleTakesItsEditionAlong() {
    Answer first = published("甲", "乙");
    long seq = seq();
    withdraw("articles", article(first, 0), 200);
    withdraw("articles", article(first, 1), 200);
    withdraw("articles", article(first, 1), 410);
    assertThat(since(seq, first))
        .containsExactly(
            "article 2 {article} {A} {E} {} {}",
            "edition 2 {articles} {A} {E} {} {}",
            "article 2 {article} {A} {E} {} {}",
            "edition 3 {edition} {A} {E} {} {}");
    String edition = first.json().at("/articles/0/editionId").asText();
    assertThat(client.get("/v1/editions/" + edition).expect(410).code())
        .isEqualTo("edition-withdrawn");
    FeedRules.check(tables);
  }

  @Test
  void anEditionIsWithdrawnWithAllItsArticles() {
    Answer first = published("甲", "乙");
    withdraw("articles", article(first, 0), 200);
    long seq = seq();
    withdraw("editions", first.json().at("/articles/0/editionId").asText(), 200);
    assertThat(since(seq, first))
        .containsExactly("article 2 {article} {A} {E} {} {}", "edition 3 {edition} {A} {E} {} {}");
    assertThat(client.get("/v1/articles/" + article(first, 1)).expect(410).code())
        .isEqualTo("article-withdrawn");
    FeedRules.check(tables);
    ChangeLogRules.check(tables);
  }

  @Test
  void onlyClassAndPublicNoteOfAWithdrawalLeaveTheDesk() {
    String id = article(published("甲", "乙"), 0);
    Map<String, String> why =
        Map.of("class", "rights", "publicNote", "公开的话", "internalNote", "内部的话");
    client.post("/v1/desk/articles/" + id + "/withdraw", why).expect(200);
    JsonNode gone = client.get("/v1/articles/" + id).expect(410).json();
    assertThat(gone.path("class").asText()).isEqualTo("rights");
    assertThat(gone.path("note").asText()).isEqualTo("公开的话");
    assertThat(gone.path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{6}Z");
    assertThat(gone.toString()).doesNotContain("内部");
  }

  private Answer published(String... titles) {
    return client.importDocument(null, named(titles), true, List.of()).expect(201);
  }

  private static String named(String... titles) {
    StringBuilder text = new StringBuilder(LINE);
    for (String title : titles) {
      text.append("# ").append(title).append("\n\n").append(title).append("一。\n\n");
    }
    return text.toString();
  }

  private static String article(Answer report, int index) {
    return report.json().at("/articles/" + index + "/articleId").asText();
  }

  private void rename(String path, String name) {
    client.patch(path, Map.of("name", name), client.get(path).expect(200).etag()).expect(200);
  }

  private void withdraw(String what, String id, int status) {
    client
        .post("/v1/desk/" + what + "/" + id + "/withdraw", Map.of("class", "error"))
        .expect(status);
  }

  private long seq() {
    return tables.number("select max(seq) from change");
  }

  private List<String> since(long seq, Answer report) {
    String edition = report.json().at("/articles/0/editionId").asText();
    String target = tables.texts("select id from follow_target").get(0);
    return since(seq, report.text("accountId"), "A", edition, "E", target, "T");
  }

  private List<String> since(long seq, String... names) {
    return tables
        .texts(
            """
            select concat_ws(' ', type, version, parts, account_ids, edition_ids, tags, target_ids)
            from change where seq > ? order by seq
            """,
            seq)
        .stream()
        .map(row -> named(row, names))
        .toList();
  }

  private static String named(String row, String[] names) {
    String text = row;
    for (int i = 0; i < names.length; i += 2) {
      text = text.replace(names[i], names[i + 1]);
    }
    return text;
  }
}
