package org.yujian.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.change.Tailer;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** What the answers of delta sync say. */
@QuarkusTest
class SyncResourceTest extends DeskTest {
  private static final String LINE = "扫描二维码\n关注“外面”\n\n";

  @Inject Tailer tailer;

  /** The tables were emptied behind its back. */
  @BeforeEach
  void lookAgain() {
    tailer.advance();
  }

  @Test
  void anEmptyLogHasATokenThatWorksLater() {
    JsonPath all = read("/v1/sync");
    assertThat(all.getList("changes")).isEmpty();
    assertThat(all.getBoolean("hasMore")).isFalse();
    assertThat(all.getString("next")).isNull();
    String now = read("/v1/sync?since=now").getString("token");
    for (String token : List.of(all.getString("token"), now)) {
      assertThat(read("/v1/sync?since=" + token).getList("changes")).isEmpty();
    }
    tag("x");
    for (String token : List.of(all.getString("token"), now)) {
      assertThat(read("/v1/sync?since=" + token).getList("changes.tag.slug")).containsExactly("x");
    }
  }

  @Test
  void aSnapshotHasWhatIsReferredToBeforeWhoRefers() {
    JsonPath report = publish("甲", "乙");
    JsonPath all = read("/v1/sync");
    assertThat(all.getList("changes.type"))
        .containsExactly(
            "account", "tag", "followTarget", "followTarget", "article", "article", "edition");
    assertThat(all.getList("changes.op")).containsOnly("upsert");
    String article = report.getString("articles[0].articleId");
    String edition = report.getString("articles[0].editionId");
    assertThat(all.getMap("changes.find { it.id == '" + article + "' }.article"))
        .isEqualTo(read("/v1/articles?edition=" + edition).getMap("items[0]"));
    JsonPath whole = read("/v1/editions/" + edition);
    Map<String, Object> references = all.getMap("changes[6].edition");
    assertThat(references)
        .containsEntry("articleIds", whole.getList("articles.id"))
        .containsEntry("followTargetIds", whole.getList("followTargets.id"))
        .containsEntry("version", whole.getInt("version"))
        .containsEntry("publishedAt", whole.getString("publishedAt"))
        .containsEntry("accountId", report.getString("accountId"));
    assertThat(all.getMap("changes[0].account"))
        .isEqualTo(read("/v1/accounts/" + report.getString("accountId")).getMap(""));
    assertThat(all.getMap("changes[1].tag")).isEqualTo(read("/v1/tags/x").getMap(""));
    String target = all.getString("changes[2].id");
    assertThat(all.getMap("changes[2].followTarget"))
        .isEqualTo(read("/v1/follow-targets/" + target).getMap(""));
  }

  @Test
  void severalChangesOfAThingAreOne() {
    JsonPath report = publish("甲");
    String token = read("/v1/sync?since=now").getString("token");
    String path = "/v1/desk/articles/" + report.getString("articles[0].articleId") + "/tags/";
    tag("y");
    ok(desk().put(path + "y"), 200);
    ok(desk().delete(path + "x"), 200);
    JsonPath delta = read("/v1/sync?since=" + token);
    assertThat(delta.getList("changes.type")).containsExactly("tag", "article", "edition");
    assertThat(delta.getList("changes.version")).containsExactly(1, 3, 3);
    assertThat(delta.getInt("changes[1].rev")).isEqualTo(1);
    assertThat(delta.getList("changes[1].parts")).containsExactly("tags");
    assertThat(delta.getList("changes[1].article.tags")).containsExactly("y");
    // One row at a time: what a later row says again is not told before.
    String next = token;
    List<String> types = new ArrayList<>();
    JsonPath page;
    do {
      page = read("/v1/sync?limit=1&since=" + next);
      types.addAll(page.getList("changes.type"));
      next = page.getString("token");
    } while (page.getBoolean("hasMore"));
    assertThat(types).containsExactlyInAnyOrder("tag", "edition", "article");
  }

  @Test
  void whatIsTakenBackIsDeletedWithItsClass() {
    JsonPath report = publish("甲", "乙");
    String token = read("/v1/sync").getString("token");
    String article = report.getString("articles[0].articleId");
    String why = "{\"class\": \"rights\", \"internalNote\": \"内部\"}";
    ok(desk().body(why).post("/v1/desk/articles/" + article + "/withdraw"), 200);
    JsonPath delta = read("/v1/sync?since=" + token);
    assertThat(delta.getList("changes.op")).containsExactly("upsert", "delete");
    assertThat(delta.getMap("changes[1]"))
        .containsEntry("id", article)
        .containsEntry("reason", "withdrawn")
        .containsEntry("class", "rights")
        .containsEntry("version", 2)
        .doesNotContainKeys("article", "rev");
    assertThat(delta.text()).doesNotContain("内部");
    // Who begins now never had it.
    assertThat(read("/v1/sync").getList("changes.id")).doesNotContain(article);
    String edition = report.getString("articles[0].editionId");
    ok(desk().body(why).post("/v1/desk/editions/" + edition + "/withdraw"), 200);
    assertThat(read("/v1/sync?since=" + token).getList("changes.op"))
        .containsExactly("delete", "delete", "delete");
    assertThat(read("/v1/sync?since=" + token).getList("changes.type"))
        .containsExactly("edition", "article", "article");
  }

  @Test
  void filtersChooseTypesAndAccountsAndBelongToTheToken() {
    JsonPath report = publish("甲");
    String other = account("另");
    String mine = report.getString("accountId");
    assertThat(read("/v1/sync?types=tag,account&accounts=" + mine).getList("changes.type"))
        .containsExactly("account", "tag");
    JsonPath page = read("/v1/sync?types=tag&accounts=" + mine + "," + other);
    String token = page.getString("token");
    String turned = "/v1/sync?types=tag&accounts=" + other + "," + mine + "&since=";
    assertThat(read(turned + token).getList("changes")).isEmpty();
    for (String filters : List.of("", "types=tag", "types=tag&accounts=" + mine)) {
      String path = "/v1/sync?since=" + token + (filters.isEmpty() ? "" : "&") + filters;
      problem(anyone().get(path), 400, "invalid-sync-token");
    }
    problem(anyone().get("/v1/sync?types=video"), 400, "invalid-parameter");
    problem(anyone().get("/v1/sync?accounts=1-1-1-1-1"), 400, "invalid-parameter");
    problem(anyone().get("/v1/sync?limit=1001"), 400, "invalid-parameter");
    problem(anyone().get("/v1/sync?since=" + token.substring(1)), 400, "invalid-sync-token");
  }

  @Test
  void aFilterThatMatchesNothingMovesTheTokenOn() {
    String nobody = "/v1/sync?types=article&accounts=" + UUID.randomUUID();
    String begin = read(nobody).getString("token");
    publish("甲");
    JsonPath later = read(nobody + "&since=" + begin);
    assertThat(later.getList("changes")).isEmpty();
    assertThat(later.getBoolean("hasMore")).isFalse();
    assertThat(later.getString("token")).isNotEqualTo(begin);
  }

  @Test
  void longListsOfAccountsGoByPost() {
    JsonPath report = publish("甲");
    String body =
        String.format(
            Locale.ROOT,
            "{\"accounts\": [\"%s\", \"%s\"], \"types\": [\"account\"], \"limit\": 1}",
            report.getString("accountId"),
            account("另"));
    JsonPath first = ok(anyone().body(body).post("/v1/sync"), 200);
    assertThat(first.getList("changes.type")).containsExactly("account");
    String since = "{\"since\": \"" + first.getString("next") + "\", ";
    JsonPath second = ok(anyone().body(since + body.substring(1)).post("/v1/sync"), 200);
    assertThat(second.getList("changes.account.name")).containsExactly("另");
    problem(anyone().body("{\"types\": [\"video\"]}").post("/v1/sync"), 422, "invalid-body");
    problem(anyone().body("{\"limit\": 0}").post("/v1/sync"), 422, "invalid-body");
  }

  /** An outside target belongs to nobody, so everybody has it; then it is an account's. */
  @Test
  void whatLeavesTheFilterIsDeleted() {
    JsonPath report = publish("甲");
    String mine = "/v1/sync?accounts=" + report.getString("accountId");
    JsonPath before = read(mine);
    String outside = before.getString("changes.find { it.followTarget?.kind == 'outside' }.id");
    assertThat(outside).isNotNull();
    account("外面");
    JsonPath delta = read(mine + "&since=" + before.getString("token"));
    assertThat(delta.getList("changes.id")).containsExactly(outside);
    assertThat(delta.getString("changes[0].op")).isEqualTo("delete");
    assertThat(delta.getString("changes[0].reason")).isEqualTo("filtered");
    assertThat(read("/v1/sync?since=now").getList("changes")).isEmpty();
  }

  @Test
  void answersAreNotKeptByCaches() {
    Response response = anyone().get("/v1/sync");
    assertThat(response.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(anyone().head("/v1/sync").statusCode()).isEqualTo(200);
  }

  @Test
  void anArticleIsNeverOlderThanTheToldVersion() {
    String article = publish("甲").getString("articles[0].articleId");
    String path = "/v1/articles/" + article + "?v=";
    assertThat(read(path + "1").getInt("version")).isEqualTo(1);
    assertThat(read(path + "0").getInt("version")).isEqualTo(1);
    problem(anyone().get(path + "2"), 404, "version-not-found");
    problem(anyone().get(path + Long.MAX_VALUE), 404, "version-not-found");
    ok(desk().delete("/v1/desk/articles/" + article + "/tags/x"), 200);
    assertThat(read(path + "2").getInt("version")).isEqualTo(2);
    ok(
        desk().body("{\"class\": \"error\"}").post("/v1/desk/articles/" + article + "/withdraw"),
        200);
    problem(anyone().get(path + "3"), 410, "article-withdrawn");
    problem(anyone().get(path + "4"), 410, "article-withdrawn");
    problem(anyone().get("/v1/articles/" + UUID.randomUUID() + "?v=1"), 404, "article-not-found");
    problem(anyone().get(path + "-1"), 400, "invalid-parameter");
  }

  private JsonPath publish(String... titles) {
    if (read("/v1/tags").getList("items").isEmpty()) {
      tag("x");
    }
    StringBuilder text = new StringBuilder(LINE);
    for (String title : titles) {
      text.append("# ").append(title).append("\n\n正文。\n\n");
    }
    return imported(
        Upload.text(text.toString()).with("account", account("账号")).with("tag", "x").publish());
  }
}
