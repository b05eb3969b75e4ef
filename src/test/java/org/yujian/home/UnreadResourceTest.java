package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.shared.page.Cursor;
import org.yujian.shared.page.Direction;
import org.yujian.shared.page.PageKey;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Upload;

/** What is unread, and up to where everything has been read. */
@QuarkusTest
class UnreadResourceTest extends MarkingTest {

  private static Response markRead(Phone phone, List<?> accounts, Object upTo) {
    return phone
        .request()
        .body(Map.of("accountIds", accounts, "upTo", upTo))
        .post(STATES + "/mark-read");
  }

  private static String unread(Phone phone, String account) {
    return unread(phone.read(UNREAD), account);
  }

  private static Map<String, Object> readUpTo(Phone phone, String account) {
    return phone
        .read("/v1/me/follows")
        .getMap("items.find { it.accountId == '" + account + "' }.readUpTo");
  }

  @Test
  void whatCameSinceTheFollowIsUnreadUntilItIsRead() {
    String account = accountOf(publish("甲社区", 3).get(0));
    String quiet = account("乙社区");
    Phone phone = Phone.signUp();
    assertThat(phone.read(UNREAD).getList("items")).isEmpty();
    assertThat(follow(phone, quiet).getMap("readUpTo")).isNull();
    JsonPath followed = follow(phone, account);
    assertThat(followed.getString("readUpTo.publishedAt"))
        .isEqualTo(followed.getString("newest.publishedAt"));
    assertThat(followed.getInt("readUpTo.position")).isEqualTo(1);
    assertThat(phone.read(UNREAD).getList("items.accountId")).containsExactly(account, quiet);
    assertThat(unread(phone, account)).isEqualTo("eq 0");
    List<String> articles = publish("甲社区", 3);
    assertThat(unread(phone, account)).isEqualTo("eq 3");
    read(phone, articles.subList(1, 2));
    mark(phone, op(articles.get(0), EARLY, "star", true));
    assertThat(unread(phone, account)).isEqualTo("eq 2");
    ok(phone.request().body("{\"muted\": true}").put("/v1/me/follows/" + account), 200);
    assertThat(unread(phone, account)).isEqualTo("eq 2");
    withdraw(articles.get(0));
    withdraw(articles.get(1));
    assertThat(unread(phone, account)).isEqualTo("eq 1");
    // What went live again keeps its mark, at a new place.
    republish(articles.get(0));
    republish(articles.get(1));
    assertThat(unread(phone, account)).isEqualTo("eq 2");
    assertThat(phone.request().delete("/v1/me/follows/" + account).statusCode()).isEqualTo(204);
    assertThat(unread(phone, account)).isNull();
    follow(phone, account);
    assertThat(unread(phone, account)).isEqualTo("eq 0");
    problem(anyone().get(UNREAD), 401, "unauthorized");
  }

  @Test
  void nobodyCountsBeyondNinetyNine() {
    String account = account("甲社区");
    Phone phone = Phone.signUp();
    follow(phone, account);
    List<String> articles = new ArrayList<>(publish("甲社区", 50));
    articles.addAll(0, publish("甲社区", 49));
    assertThat(unread(phone, account)).isEqualTo("eq 99");
    articles.addAll(0, publish("甲社区", 51));
    assertThat(unread(phone, account)).isEqualTo("gte 99");
    // The newest hundred alone would say 40.
    read(phone, articles.subList(0, 60));
    assertThat(unread(phone, account)).isEqualTo("eq 90");
    read(phone, articles.subList(60, 149));
    assertThat(unread(phone, account)).isEqualTo("eq 1");
  }

  @Test
  void everythingUpToAPlaceIsReadAtOnce() {
    String account = account("甲社区");
    String other = account("乙社区");
    String stranger = account("丙社区");
    Phone phone = Phone.signUp();
    follow(phone, account);
    follow(phone, other);
    publish("丙社区", 2);
    List<String> articles = publish("甲社区", 4);
    publish("乙社区", 1);
    long before = seq(phone);
    JsonPath read = ok(markRead(phone, List.of(account, stranger), articles.get(1)), 200);
    assertThat(read.getList("items.accountId")).containsExactly(account);
    assertThat(unread(read, account)).isEqualTo("eq 1");
    assertThat(unread(phone, other)).isEqualTo("eq 1");
    assertThat(readUpTo(phone, account)).containsEntry("position", 2);
    assertThat(seq(phone)).isEqualTo(before + 1);
    // Further down and the same again: it only rises.
    for (String upTo : List.of(articles.get(3), articles.get(1))) {
      assertThat(unread(ok(markRead(phone, List.of(account), upTo), 200), account))
          .isEqualTo("eq 1");
    }
    assertThat(seq(phone)).isEqualTo(before + 1);
    withdraw(articles.get(0));
    JsonPath both = ok(markRead(phone, List.of(account, other), articles.get(0)), 200);
    assertThat(both.getList("items.accountId")).containsExactly(other, account);
    assertThat(both.getList("items.unread.value")).containsExactly(1, 0);
    assertThat(tables().number("select count(distinct seq) from follow")).isEqualTo(2);
    assertThat(count("article_state")).isZero();
  }

  @Test
  void aCursorOfAListNamesAPlaceToo() {
    String account = account("甲社区");
    Phone phone = Phone.signUp();
    follow(phone, account);
    publish("甲社区", 6);
    JsonPath page = read("/v1/articles?limit=2&account=" + account);
    JsonPath second =
        read("/v1/articles?limit=2&account=" + account + "&cursor=" + page.getString("next"));
    assertThat(left(phone, account, second.getString("prev"))).isEqualTo("eq 2");
    assertThat(readUpTo(phone, account))
        .isEqualTo(Map.of("publishedAt", second.getString("items[0].publishedAt"), "position", 3));
    assertThat(left(phone, account, read("/v1/articles?tag=none").getString("prev")))
        .isEqualTo("eq 2");
    // A page above the top, and the way back from it.
    JsonPath above = read("/v1/articles?limit=2&cursor=" + read("/v1/articles").getString("prev"));
    assertThat(left(phone, account, above.getString("next"))).isEqualTo("eq 0");
    publish("甲社区", 3);
    assertThat(unread(phone, account)).isEqualTo("eq 3");
    assertThat(left(phone, account, phone.read("/v1/me/feed?limit=3").getString("next")))
        .isEqualTo("eq 2");
    // Where whole editions are the items, an edition's moment is the key.
    String editions = "/v1/me/feed?group=edition&limit=1";
    assertThat(left(phone, account, phone.read(editions).getString("prev"))).isEqualTo("eq 0");
    publish("甲社区", 2);
    publish("甲社区", 1);
    String next = phone.read(editions).getString("next");
    assertThat(left(phone, account, next)).isEqualTo("eq 0");
    publish("甲社区", 1);
    assertThat(left(phone, account, next)).isEqualTo("eq 1");
  }

  private static String left(Phone phone, String account, String cursor) {
    return unread(ok(markRead(phone, List.of(account), cursor), 200), account);
  }

  @Test
  void aPlaceThatIsNoneIsRefused() {
    String account = account("甲社区");
    Phone phone = Phone.signUp();
    follow(phone, account);
    List<String> articles = publish("甲社区", 2);
    for (String unknown : List.of(draft(), UUID.randomUUID().toString())) {
      JsonPath problem = problem(markRead(phone, List.of(account), unknown), 422, "invalid-body");
      assertThat(problem.getString("errors[0].pointer")).isEqualTo("/upTo");
    }
    String cursor = read("/v1/articles").getString("prev");
    // The last digits are other places nearby.
    for (int i = 12; i < cursor.length() - 8; i++) {
      String cut = cursor.substring(0, i);
      char other = cursor.charAt(i) == 'x' ? 'y' : 'x';
      for (String damaged : List.of(cut, cut + other + cursor.substring(i + 1))) {
        problem(markRead(phone, List.of(account), damaged), 400, "invalid-cursor");
      }
    }
    for (long key : new long[] {0, 99, Long.MAX_VALUE, Long.MAX_VALUE / 8, Long.MAX_VALUE - 7}) {
      String absurd = new Cursor(Direction.UP, PageKey.feed(key)).encode("home");
      problem(markRead(phone, List.of(account), absurd), 400, "invalid-cursor");
    }
    for (String none :
        List.of(read("/v1/accounts").getString("prev"), "x", "\u4E00", "x".repeat(5_000))) {
      problem(markRead(phone, List.of(account), none), 400, "invalid-cursor");
    }
    missing(phone, Map.of("accountIds", List.of(account)), "/upTo");
    missing(phone, Map.of("accountIds", List.of(account), "upTo", " "), "/upTo");
    missing(phone, Map.of("upTo", cursor), "/accountIds");
    missing(phone, Map.of("accountIds", List.of("x"), "upTo", cursor), "/accountIds/0");
    for (int count : List.of(0, 2_001)) {
      JsonPath problem =
          problem(
              markRead(phone, Collections.nCopies(count, account), cursor), 422, "invalid-body");
      assertThat(problem.getString("limit")).isEqualTo("accountIds");
    }
    assertThat(unread(phone, account)).isEqualTo("eq 2");
    ok(markRead(phone, Collections.nCopies(2_000, account), articles.get(0)), 200);
    assertThat(unread(phone, account)).isEqualTo("eq 0");
  }

  private String draft() {
    return imported(Upload.text("扫描二维码关注“甲社区”\n\n# 草稿\n\n正文。")).getString("articles[0].articleId");
  }

  private static void missing(Phone phone, Map<String, Object> body, String pointer) {
    JsonPath problem =
        problem(phone.request().body(body).post(STATES + "/mark-read"), 422, "invalid-body");
    assertThat(problem.getString("errors[0].pointer")).isEqualTo(pointer);
  }

  @Test
  void whoBecomeOneHaveReadWhatEitherHad() {
    String account = account("甲社区");
    Phone phone = Phone.signUp();
    Phone tablet = Phone.signUp();
    follow(phone, account);
    follow(tablet, account);
    List<String> articles = publish("甲社区", 5);
    ok(markRead(tablet, List.of(account), articles.get(3)), 200);
    read(tablet, articles.subList(0, 1));
    read(phone, articles.subList(2, 5));
    ok(tablet.join(phone.joinCode()), 200);
    assertThat(unread(phone, account)).isEqualTo("eq 1");
    assertThat(phone.read(UNREAD).getList("items")).isEqualTo(tablet.read(UNREAD).getList("items"));
  }

  @Test
  void whatWasReadUpToCountsAlsoForWhoFollowedEarlier() {
    String account = account("甲社区");
    Phone phone = Phone.signUp();
    Phone tablet = Phone.signUp();
    follow(phone, account);
    List<String> articles = publish("甲社区", 3);
    follow(tablet, account);
    ok(markRead(tablet, List.of(account), articles.get(1)), 200);
    ok(tablet.join(phone.joinCode()), 200);
    assertThat(unread(phone, account)).isEqualTo("eq 1");
  }
}
