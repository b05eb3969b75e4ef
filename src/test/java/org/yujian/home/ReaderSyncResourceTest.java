package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.change.Tailer;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.SyncedPhone;
import org.yujian.testing.Upload;

/** A device's copy of what its reader follows. */
@QuarkusTest
class ReaderSyncResourceTest extends DeskTest {
  private static final String SYNC = "/v1/me/sync";

  @TestHTTPResource("/")
  URI base;

  @Inject Tailer tailer;

  private Phone phone;

  @BeforeEach
  void signUp() {
    // The tables were emptied behind its back.
    tailer.advance();
    phone = Phone.signUp();
  }

  private String publish(String name, String... titles) {
    return imported(Upload.text(text(name, titles)).publish()).getString("accountId");
  }

  private static String text(String name, String... titles) {
    StringBuilder text = new StringBuilder("扫描二维码关注“" + name + "”\n\n");
    for (String title : titles) {
      text.append("# ").append(title).append("\n\n正文。\n\n");
    }
    return text.toString();
  }

  private SyncedPhone copy(Phone of) {
    Client client = new Client(base, of.accessToken());
    return new SyncedPhone(() -> client);
  }

  private void follow(String account) {
    ok(phone.request().put("/v1/me/follows/" + account), 200);
  }

  private void mute(String account) {
    ok(phone.request().body("{\"muted\": true}").put("/v1/me/follows/" + account), 200);
  }

  private void unfollow(String account) {
    assertThat(phone.request().delete("/v1/me/follows/" + account).statusCode()).isEqualTo(204);
  }

  private void mark(String article, String what) {
    Map<String, Object> op =
        Map.of("clientSeq", 1, "articleId", article, what, true, "at", Instant.now().toString());
    ok(phone.request().body(Map.of("ops", List.of(op))).post("/v1/me/states"), 200);
  }

  private void withdraw(String article) {
    ok(
        desk().body("{\"class\":\"error\"}").post("/v1/desk/articles/" + article + "/withdraw"),
        200);
  }

  private String idOf(String title) {
    return tables().texts("select id from article where title = ?", title).get(0);
  }

  private JsonPath since(JsonPath page) {
    return phone.read(SYNC + "?since=" + page.getString("token"));
  }

  private static List<String> kinds(JsonPath page) {
    List<String> kinds = new ArrayList<>();
    for (Map<String, Object> change : page.<Map<String, Object>>getList("changes")) {
      kinds.add(change.get("op") + " " + change.get("type"));
    }
    return kinds;
  }

  @Test
  void aFollowArrivesWithItsAccountItsArticlesAndWhatTheyMention() {
    String tag = tag("xiaofang");
    String document = text("甲社区", "一", "二");
    String account =
        imported(Upload.text(document).with("tag", tag).publish()).getString("accountId");
    publish("乙社区", "三");
    JsonPath empty = phone.read(SYNC);
    assertThat(empty.getList("changes")).isEmpty();
    assertThat(empty.getBoolean("hasMore")).isFalse();
    follow(account);
    mark(idOf("一"), "star");
    JsonPath page = since(empty);
    assertThat(kinds(page))
        .containsExactly(
            "upsert account",
            "upsert tag",
            "upsert followTarget",
            "upsert article",
            "upsert article",
            "upsert edition",
            "upsert follow",
            "upsert state");
    JsonPath all = phone.read(SYNC);
    assertThat(all.getList("changes")).isEqualTo(page.getList("changes"));
    assertThat(all.getString("changes[6].id")).isEqualTo(account);
    assertThat(all.getMap("changes[6].follow.readUpTo"))
        .isEqualTo(phone.read("/v1/me/follows").getMap("items[0].readUpTo"));
    assertThat(all.getMap("changes[7].state"))
        .isEqualTo(phone.read("/v1/me/states?articleIds=" + idOf("一")).getMap("items[0]"));
    assertThat(since(all).getList("changes")).isEmpty();
  }

  @Test
  void oneMoreFollowBringsItsNewestTwoHundredAndNothingElse() {
    String first = publish("甲社区", "一");
    String busy = publish("乙社区", "二");
    new Archive(tables()).add(busy, 250);
    follow(first);
    SyncedPhone copy = copy(phone).sync(1_000);
    int before = copy.changes();
    follow(busy);
    while (copy.step(30)) {
      // An arrival of several pages.
    }
    assertThat(copy.things("article")).hasSize(201).containsKey(idOf("二"));
    List<String> titles = copy.texts("article", "title");
    assertThat(titles).contains("alt 250", "alt 52").doesNotContain("alt 51");
    // Articles with their editions, account, follow target and the follow; an edition once more
    // where a page ends in it.
    assertThat(copy.changes() - before).isBetween(403, 410);
    // What was too old for the copy comes when it changes.
    tables()
        .runLogged("update article set title = 'neu', version = version + 1 where title = 'alt 1'");
    tailer.advance();
    assertThat(copy.sync(30).texts("article", "title")).contains("neu").hasSize(202);
    assertThat(copy(phone).sync(7).texts("article", "title")).hasSize(201).contains("alt 52");
  }

  @Test
  void unfollowingIsOneDeletionAndTheNextFollowBeginsAnew() {
    String account = publish("甲社区", "一", "二");
    follow(account);
    mark(idOf("一"), "star");
    mark(idOf("二"), "read");
    SyncedPhone copy = copy(phone).sync(3);
    JsonPath before = phone.read(SYNC);
    unfollow(account);
    JsonPath gone = since(before);
    assertThat(kinds(gone)).containsExactly("delete account");
    assertThat(gone.getMap("changes[0]"))
        .containsEntry("id", account)
        .containsEntry("reason", "unfollowed")
        .doesNotContainKey("version");
    assertThat(phone.read(SYNC).getList("changes.type")).containsExactly("state", "state");
    copy.sync(3);
    assertThat(copy.things("article")).isEmpty();
    assertThat(copy.things("follow")).isEmpty();
    assertThat(copy.things("account")).isEmpty();
    assertThat(copy.things("state")).containsOnlyKeys(idOf("一"));
    follow(account);
    unfollow(account);
    follow(account);
    copy.sync(3);
    assertThat(copy.things("article")).hasSize(2);
    assertThat(copy.things("follow")).containsOnlyKeys(account);
    assertThat(copy.things("state")).containsOnlyKeys(idOf("一"), idOf("二"));
    assertThat(kinds(since(before))).contains("upsert article").doesNotContain("delete account");
  }

  @Test
  void whatChangesOfAFollowIsTheFollowAlone() {
    String account = publish("甲社区", "一");
    follow(account);
    JsonPath before = phone.read(SYNC);
    mute(account);
    JsonPath muted = since(before);
    assertThat(kinds(muted)).containsExactly("upsert follow");
    assertThat(muted.getBoolean("changes[0].follow.muted")).isTrue();
    publish("甲社区", "二");
    Map<String, Object> read = Map.of("accountIds", List.of(account), "upTo", idOf("二"));
    ok(phone.request().body(read).post("/v1/me/states/mark-read"), 200);
    JsonPath page = since(muted);
    assertThat(kinds(page)).containsExactly("upsert article", "upsert edition", "upsert follow");
    assertThat(page.getString("changes[2].follow.readUpTo.publishedAt"))
        .isEqualTo(page.getString("changes[0].article.publishedAt"));
  }

  /** Changed while it arrives, a follow stands behind others that the device got meanwhile. */
  @Test
  void aFollowThatChangesWhileItArrivesStillArrivesWhole() {
    String first = publish("甲社区", "一", "二", "三");
    String other = publish("乙社区", "四");
    SyncedPhone copy = copy(phone);
    copy.sync(9);
    follow(first);
    assertThat(copy.step(1)).isTrue();
    follow(other);
    mute(first);
    while (copy.step(2)) {
      assertThat(copy.token()).isNotNull();
    }
    assertThat(copy.things("article")).hasSize(4);
    assertThat(copy.things("follow").get(first).path("muted").asBoolean()).isTrue();
  }

  @Test
  void whatIsUnfollowedWhileItArrivesIsGone() {
    String account = publish("甲社区", "一", "二", "三");
    follow(account);
    SyncedPhone copy = copy(phone);
    assertThat(copy.step(1)).isTrue();
    assertThat(copy.things("article")).hasSize(1);
    unfollow(account);
    copy.sync(1);
    assertThat(copy.things("article")).isEmpty();
    assertThat(copy.things("account")).isEmpty();
  }

  @Test
  void whatIsFollowedIsKeptUpAndNothingElse() {
    String account = publish("甲社区", "一");
    String old = tag("old");
    mute(account);
    SyncedPhone copy = copy(phone).sync(10);
    assertThat(copy.things("tag")).isEmpty();
    publish("乙社区", "二");
    publish("甲社区", "三");
    // A tag that the device never heard of.
    ok(desk().put("/v1/desk/articles/" + idOf("三") + "/tags/" + old), 200);
    assertThat(copy.sync(1).texts("article", "title")).containsExactlyInAnyOrder("一", "三");
    assertThat(copy.texts("tag", "slug")).containsExactly(old);
    withdraw(idOf("一"));
    assertThat(copy.sync(10).texts("article", "title")).containsExactly("三");
    String path = "/v1/desk/accounts/" + account;
    String etag = desk().get(path).header("ETag");
    ok(desk().header("If-Match", etag).body("{}").post(path + "/close"), 200);
    copy.sync(10);
    assertThat(copy.things("article")).isEmpty();
    assertThat(copy.things("account")).isEmpty();
    assertThat(copy.things("followTarget")).isEmpty();
    assertThat(copy.things("follow")).containsOnlyKeys(account);
    assertThat(kinds(phone.read(SYNC))).containsExactly("upsert follow");
  }
}
