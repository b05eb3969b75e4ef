package org.yujian.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Tables;
import org.yujian.testing.Together;
import org.yujian.testing.Upload;

/** Following, muting, unfollowing; what is counted. */
@QuarkusTest
class FollowResourceTest extends DeskTest {
  private static final String FOLLOWS = "/v1/me/follows";

  /** A public account with so many articles. */
  private String publisher(String name, int articles) {
    StringBuilder text = new StringBuilder("扫描二维码关注“" + name + "”\n\n");
    for (int i = 1; i <= articles; i++) {
      text.append("# ").append(name).append(i).append("\n\n正文。\n\n");
    }
    return imported(Upload.text(text.toString()).publish()).getString("accountId");
  }

  static Response follow(Phone phone, String account) {
    return phone.request().put(FOLLOWS + "/" + account);
  }

  private static void unfollow(Phone phone, String account) {
    assertThat(phone.request().delete(FOLLOWS + "/" + account).statusCode()).isEqualTo(204);
  }

  private long followers(String account) {
    return read("/v1/accounts/counts?ids=" + account).getLong("items[0].followers");
  }

  /** What the events say and what the rows say, beside what is counted. */
  private void countsAreExact() {
    assertThat(
            tables()
                .texts(
                    """
                    select a.id from account a where
                      coalesce((select followers from account_counter where account_id = a.id), 0) not in
                        (select count(*) from follow where account_id = a.id and active)
                      or (select count(*) from follow where account_id = a.id and active) not in
                        (select coalesce(sum(case kind when 'follow' then 1 else -1 end), 0)
                         from follow_event where account_id = a.id)
                    """))
        .isEmpty();
  }

  @Test
  void whatIsFollowedIsListedWithItsCardAndNewestArticle() {
    String one = publisher("甲社区", 2);
    String other = account("乙社区");
    Phone phone = Phone.signUp();
    assertThat(phone.read(FOLLOWS).getList("items")).isEmpty();
    JsonPath follow = ok(follow(phone, one), 200);
    assertThat(follow.getString("account.name")).isEqualTo("甲社区");
    assertThat(follow.getString("newest.title")).isEqualTo("甲社区1");
    assertThat(follow.getBoolean("muted")).isFalse();
    ok(follow(phone, other), 200);
    JsonPath list = phone.read(FOLLOWS);
    assertThat(list.getList("items.accountId")).containsExactly(other, one);
    assertThat(list.getString("items[0].newest")).isNull();
    JsonPath first = phone.read(FOLLOWS + "?limit=1");
    JsonPath second = phone.read(FOLLOWS + "?limit=1&cursor=" + first.getString("next"));
    assertThat(second.getList("items.accountId")).containsExactly(one);
    assertThat(second.getString("next")).isNull();
    assertThat(Phone.signUp().read(FOLLOWS).getList("items")).isEmpty();
  }

  @Test
  void followingIsGoodToRepeatAndCountsOnce() {
    String account = publisher("甲社区", 1);
    Phone phone = Phone.signUp();
    String since = ok(follow(phone, account), 200).getString("followedAt");
    assertThat(ok(follow(phone, account), 200).getString("followedAt")).isEqualTo(since);
    assertThat(followers(account)).isEqualTo(1);
    unfollow(phone, account);
    unfollow(phone, account);
    assertThat(followers(account)).isZero();
    assertThat(phone.read(FOLLOWS).getList("items")).isEmpty();
    assertThat(ok(follow(phone, account), 200).getString("followedAt")).isGreaterThan(since);
    assertThat(followers(account)).isEqualTo(1);
    countsAreExact();
  }

  @Test
  void aMutedAccountStaysInTheListAndBeginsAnewWithTheNextFollow() {
    String account = publisher("甲社区", 1);
    Phone phone = Phone.signUp();
    String path = FOLLOWS + "/" + account;
    JsonPath muted = ok(phone.request().body(Map.of("muted", true)).put(path), 200);
    assertThat(muted.getBoolean("muted")).isTrue();
    assertThat(ok(follow(phone, account), 200).getBoolean("muted")).isTrue();
    assertThat(phone.read(FOLLOWS).getList("items.muted")).containsExactly(true);
    assertThat(ok(phone.request().body("{\"muted\":false}").put(path), 200).getBoolean("muted"))
        .isFalse();
    ok(phone.request().body("{\"muted\":true}").put(path), 200);
    unfollow(phone, account);
    assertThat(ok(follow(phone, account), 200).getBoolean("muted")).isFalse();
    problem(phone.request().body("{\"muted\":\"yes\"}").put(path), 422, "invalid-body");
  }

  @Test
  void onlyOpenAccountsCanBeFollowed() {
    String account = publisher("甲社区", 1);
    Phone phone = Phone.signUp();
    problem(follow(phone, UUID.randomUUID().toString()), 404, "account-not-found");
    problem(follow(phone, "x"), 404, "not-found");
    ok(follow(phone, account), 200);
    String etag = desk().get("/v1/desk/accounts/" + account).header("ETag");
    ok(
        desk().header("If-Match", etag).body("{}").post("/v1/desk/accounts/" + account + "/close"),
        200);
    problem(follow(Phone.signUp(), account), 410, "account-closed");
    JsonPath list = phone.read(FOLLOWS);
    assertThat(list.getList("items.accountId")).containsExactly(account);
    assertThat(list.getString("items[0].account")).isNull();
    assertThat(read("/v1/accounts/counts?ids=" + account).getList("items")).isEmpty();
    unfollow(phone, account);
    countsAreExact();
  }

  /** The one reader that there is follows as many as it may. */
  static void followTwoThousand(Tables tables) {
    tables.runLogged(
        """
            insert into account select (jsonb_populate_record(a, jsonb_build_object(
                'id', gen_random_uuid(), 'handle', 'h' || n, 'name', 'n' || n, 'name_key', 'n' || n,
                'sort_key', 'n' || n))).*
              from account a, generate_series(1, 2000) n;
            insert into follow (reader_key, account_id, follower_id, active, followed_at,
                followed_seq, counted_from, seq)
              select r.key, a.id, gen_random_uuid(), true, now(), row_number() over (), 0, 1
              from reader r, account a where a.handle like 'h%'
            """);
  }

  @Test
  void aReaderFollowsTwoThousandAtMost() {
    String account = publisher("甲社区", 1);
    Phone phone = Phone.signUp();
    followTwoThousand(tables());
    assertThat(problem(follow(phone, account), 409, "too-many-follows").getString("detail"))
        .contains("2000");
    tables().run("update follow set active = false where followed_seq = 1");
    ok(follow(phone, account), 200);
  }

  @Test
  void manyWhoFollowOneAccountAtOnceAreCountedExactly() {
    String account = publisher("甲社区", 1);
    List<Phone> phones = Together.run(20, number -> () -> Phone.signUp());
    // Each of them twice, as an impatient app does.
    Together.run(40, number -> () -> ok(follow(phones.get(number / 2), account), 200));
    assertThat(followers(account)).isEqualTo(20);
    Together.run(
        10,
        number -> () -> phones.get(number).request().delete(FOLLOWS + "/" + account).statusCode());
    assertThat(followers(account)).isEqualTo(10);
    countsAreExact();
  }

  @Test
  void whoBecomeOneFollowTheUnion() {
    String both = publisher("甲社区", 1);
    String theirs = publisher("乙社区", 1);
    String mine = publisher("丙社区", 1);
    String once = publisher("丁社区", 1);
    String left = publisher("戊社区", 1);
    Phone phone = Phone.signUp();
    Phone tablet = Phone.signUp();
    String since = ok(follow(tablet, both), 200).getString("followedAt");
    for (String account : List.of(both, mine, once)) {
      ok(follow(phone, account), 200);
    }
    unfollow(phone, once);
    for (String account : List.of(theirs, once, left)) {
      ok(follow(tablet, account), 200);
    }
    unfollow(tablet, left);
    ok(tablet.join(phone.joinCode()), 200);
    JsonPath list = tablet.read(FOLLOWS);
    assertThat(list.getList("items.accountId")).containsExactlyInAnyOrder(both, theirs, mine, once);
    assertThat(list.getString("items.find { it.accountId == '" + both + "' }.followedAt"))
        .isEqualTo(since);
    assertThat(phone.read(FOLLOWS).getList("items.accountId"))
        .isEqualTo(list.getList("items.accountId"));
    for (String account : List.of(both, theirs, mine, once)) {
      assertThat(followers(account)).isEqualTo(1);
    }
    countsAreExact();
  }

  @Test
  void whoLeavesIsNoFollowerAndNobodyInTheReports() {
    String account = publisher("甲社区", 1);
    Phone phone = Phone.signUp();
    ok(follow(phone, account), 200);
    ok(follow(Phone.signUp(), account), 200);
    assertThat(phone.request().delete("/v1/me").statusCode()).isEqualTo(204);
    assertThat(followers(account)).isEqualTo(1);
    assertThat(tables().rows("select kind from follow_event where reader_key is null")).hasSize(2);
    countsAreExact();
  }

  @Test
  void countsAreAskedForAFewAccountsAndKeptAMoment() {
    String account = publisher("甲社区", 1);
    Response response =
        anyone().get("/v1/accounts/counts?ids=" + account + "," + UUID.randomUUID());
    assertThat(ok(response, 200).getList("items.followers")).containsExactly(0);
    assertThat(response.header("Cache-Control")).isEqualTo("max-age=10");
    problem(anyone().get("/v1/accounts/counts"), 400, "invalid-parameter");
    problem(anyone().get("/v1/accounts/counts?ids=1-1-1-1-1"), 400, "invalid-parameter");
    String many = String.join(",", Collections.nCopies(101, account));
    problem(anyone().get("/v1/accounts/counts?ids=" + many), 400, "invalid-parameter");
    assertThat(read("/v1/accounts/" + account).getMap("").keySet()).doesNotContain("followers");
  }
}
