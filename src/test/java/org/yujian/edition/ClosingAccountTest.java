package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.feed.FeedRules;
import org.yujian.testing.Desk;
import org.yujian.testing.JsonPath;

/** An account closes for ever: first what is live of it goes, then itself, all or nothing. */
@QuarkusTest
class ClosingAccountTest extends EditionLifeTest {
  private static final String ACCOUNTS = "/v1/desk/accounts/";

  private String idOf(String edition) {
    return deskRead(EDITIONS + edition).getString("accountId");
  }

  @Test
  void everythingPublicOfItAnswers410() {
    tag("x");
    String live = edition(imported(document("豫园社区", "甲", "乙").with("tag", "x").publish()));
    String account = idOf(live);
    String target = tables().texts("select id from follow_target").get(0);
    String code = Desk.landing(article(live, 0));
    long seq = seq();
    Map<String, String> why = Map.of("publicNote", "已停用", "internalNote", "机密");
    JsonPath closed = ok(act(ACCOUNTS + account, "close", why), 200);
    assertThat(closed.getString("state")).isEqualTo("closed");
    assertThat(since(seq))
        .containsExactlyInAnyOrder(
            "article 2 {article} {x}",
            "article 2 {article} {x}",
            "edition 2 {edition} {}",
            "followTarget 2 {followTarget} {}",
            "account 2 {account} {}");
    assertThat(gone("/v1/accounts/" + account, "account-closed").getString("note"))
        .isEqualTo("已停用");
    gone("/v1/articles/" + article(live, 1), "article-withdrawn");
    gone("/v1/editions/" + live, "edition-withdrawn");
    gone("/v1/follow-targets/" + target, "account-closed");
    gone("/v1/follow-targets/" + target + "/qr.svg", "account-closed");
    gone(code, "account-closed");
    for (String list :
        List.of("/v1/articles", "/v1/editions", "/v1/accounts", "/v1/follow-targets")) {
      assertThat(read(list).getList("items")).as(list).isEmpty();
    }
    assertThat(read("/v1/articles?tag=x").getList("items")).isEmpty();
    check();
  }

  @Test
  void draftsStayAndNothingOfItGoesLiveAgain() {
    String live = live("甲", "乙");
    String waiting = draft("丙");
    String draft = draft("丁");
    schedule(waiting, now().plus(Duration.ofHours(1)));
    String account = idOf(live);
    ok(act(ACCOUNTS + account, "close", Map.of()), 200);
    assertThat(deskRead(EDITIONS + waiting).getString("state")).isEqualTo("draft");
    pass(Duration.ofHours(2));
    assertThat(scheduler.runOnce()).isZero();
    assertThat(deskRead(EDITIONS + draft).getString("state")).isEqualTo("draft");
    problem(act(EDITIONS + draft, "publish", Map.of()), 410, "account-closed");
    problem(act(EDITIONS + live, "republish", Map.of()), 410, "account-closed");
    problem(act(ACCOUNTS + account, "close", Map.of()), 410, "account-closed");
    assertThat(audited()).last().asString().endsWith("account.close");
    check();
  }

  private void check() {
    FeedRules.check(tables());
    ChangeLogRules.check(tables());
  }

  private JsonPath gone(String path, String code) {
    Response answer = anyone().get(path);
    assertThat(answer.asString()).doesNotContain("机密");
    return problem(answer, 410, code);
  }

  @Test
  void othersNoLongerShowItsCodeAndItsNameIsFree() {
    String account = account("甲社区");
    String other =
        edition(imported(document("甲社区", "题").with("account", account("乙社区")).publish()));
    assertThat(read("/v1/editions/" + other).getList("followTargets.name")).containsExactly("甲社区");
    ok(act(ACCOUNTS + account, "close", Map.of()), 200);
    assertThat(read("/v1/editions/" + other).getList("followTargets")).isEmpty();
    assertThat(
            tables()
                .texts(
                    "select edition_ids from change where type = 'followTarget'"
                        + " order by seq desc limit 1"))
        .containsExactly("{" + other + "}");
    assertThat(account("甲社区")).isNotEqualTo(account);
  }

  @Test
  void whoLooksAtAnOldStateIsToldAndAnEditorMayNot() {
    String account = account("甲社区");
    problem(
        desk().body(Map.of()).post(ACCOUNTS + account + "/close"), 428, "precondition-required");
    problem(act(ACCOUNTS + account, "close", Map.of(), "\"v9\""), 412, "precondition-failed");
    String all = key(Set.of("content:read", "content:write", "content:publish"));
    problem(
        desk(all).body(Map.of()).header("If-Match", "\"v1\"").post(ACCOUNTS + account + "/close"),
        403,
        "forbidden");
    assertThat(read("/v1/accounts").getList("items.id")).containsExactly(account);
  }

  /** Nobody knew it, but its address answers 410 instead of 404 from now on. */
  @Test
  void aHiddenAccountClosesToo() {
    String id = idOf(draft("甲"));
    problem(anyone().get("/v1/accounts/" + id), 404, "account-not-found");
    ok(act(ACCOUNTS + id, "close", Map.of()), 200);
    gone("/v1/accounts/" + id, "account-closed");
    assertThat(since(0))
        .containsExactlyInAnyOrder("account 2 {account} {}", "followTarget 2 {followTarget} {}");
  }

  /** Two thousand articles in one transaction, and how long that is. */
  @Test
  void aLargeAccountClosesWholeAndInTime() {
    tag("x");
    List<String> accounts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int from = i * 40;
      String[] titles =
          IntStream.range(from, from + 40).mapToObj(n -> "题" + n).toArray(String[]::new);
      accounts.add(idOf(edition(imported(document("大社区", titles).with("tag", "x").publish()))));
    }
    String account = Set.copyOf(accounts).iterator().next();
    assertThat(new TreeSet<>(accounts)).hasSize(1);
    long seq = seq();
    long began = System.nanoTime();
    ok(act(ACCOUNTS + account, "close", Map.of()), 200);
    System.out.printf(
        Locale.ROOT,
        "ClosingAccountTest: 2,000 articles closed in %d ms%n",
        Duration.ofNanos(System.nanoTime() - began).toMillis());
    assertThat(tables().number("select count(*) from change where seq > ?", seq))
        .isEqualTo(2_000 + 250 + 2);
    assertThat(count("article_tag")).isZero();
    FeedRules.check(tables());
    ChangeLogRules.check(tables());
  }
}
