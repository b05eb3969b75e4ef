package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.change.Tailer;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Upload;

/** The home feed: what is followed, at once, as the public lists have it. */
@QuarkusTest
class HomeFeedResourceTest extends DeskTest {
  private static final String FEED = "/v1/me/feed";

  @Inject HomeHeads heads;
  @Inject Tailer tailer;
  @Inject SessionFactory sessions;

  private Phone phone;

  @BeforeEach
  void signUp() {
    phone = Phone.signUp();
  }

  /** Publishes articles of these titles; gives the account. */
  private String publish(String account, String... titles) {
    StringBuilder text = new StringBuilder("扫描二维码关注“" + account + "”\n\n");
    for (String title : titles) {
      text.append("# ").append(title).append("\n\n").append(title).append("的正文。\n\n");
    }
    return imported(Upload.text(text.toString()).with("tag", "x").publish()).getString("accountId");
  }

  private String publishMany(String account, int articles) {
    return publish(
        account, IntStream.range(0, articles).mapToObj(i -> account + i).toArray(String[]::new));
  }

  private void follow(String account) {
    follow(account, false);
  }

  private void follow(String account, boolean muted) {
    ok(phone.request().body(Map.of("muted", muted)).put("/v1/me/follows/" + account), 200);
  }

  private List<String> titles(String query) {
    return phone.read(FEED + query).getList("items.title");
  }

  private String withdraw(String title) {
    String id = tables().texts("select id from article where title = ?", title).get(0);
    ok(desk().body(Map.of("class", "error")).post("/v1/desk/articles/" + id + "/withdraw"), 200);
    return id;
  }

  @Test
  void itIsOfTheReaderAndNobodyKeepsIt() {
    Response empty = phone.request().get(FEED);
    assertThat(ok(empty, 200).getList("items")).isEmpty();
    assertThat(empty.header("Cache-Control")).isEqualTo("no-store");
    assertThat(ok(empty, 200).getString("next")).isNull();
    problem(anyone().get(FEED), 401, "unauthorized");
    problem(phone.request().get(FEED + "?limit=101"), 400, "invalid-parameter");
    problem(phone.request().get(FEED + "?group=account"), 400, "invalid-parameter");
    String cursor = ok(empty, 200).getString("prev");
    problem(phone.request().get(FEED + "?group=edition&cursor=" + cursor), 400, "invalid-cursor");
    problem(Phone.signUp().request().get(FEED + "?cursor=" + cursor), 400, "invalid-cursor");
    problem(anyone().get("/v1/articles?cursor=" + cursor), 400, "invalid-cursor");
    publish("甲社区", "一");
    assertThat(titles("")).isEmpty();
    follow(tables().texts("select id from account").get(0));
    assertThat(titles("?cursor=" + cursor)).containsExactly("一");
  }

  @Test
  void itemsAreThoseOfThePublicList() {
    tag("x");
    follow(publish("甲社区", "一", "二"));
    follow(publish("乙社区", "三"));
    publish("甲社区", "四");
    JsonPath home = phone.read(FEED);
    JsonPath all = read("/v1/articles");
    assertThat(home.getList("items.title")).containsExactly("四", "三", "一", "二");
    assertThat(home.getList("items")).isEqualTo(all.getList("items"));
    assertThat(home.getMap("included")).isEqualTo(all.getMap("included"));
    assertThat(home.getMap("").keySet()).isEqualTo(all.getMap("").keySet());
  }

  @Test
  void whatIsFollowedMutedOrUnfollowedShowsAtOnce() {
    tag("x");
    String one = publish("甲社区", "一");
    String other = publish("乙社区", "二");
    follow(one);
    assertThat(titles("")).containsExactly("一");
    follow(other);
    assertThat(titles("")).containsExactly("二", "一");
    follow(one, true);
    assertThat(titles("")).containsExactly("二");
    follow(one, false);
    publish("甲社区", "三");
    assertThat(titles("")).containsExactly("三", "二", "一");
    withdraw("二");
    assertThat(titles("")).containsExactly("三", "一");
    assertThat(phone.request().delete("/v1/me/follows/" + one).statusCode()).isEqualTo(204);
    assertThat(titles("")).isEmpty();
    assertThat(phone.read("/v1/me/follows").getList("items.accountId")).containsExactly(other);
  }

  @Test
  void itPagesBothWaysAndCanBePolled() {
    tag("x");
    follow(publishMany("甲社区", 11));
    follow(publish("乙社区", "乙"));
    JsonPath top = phone.read(FEED + "?limit=7");
    JsonPath rest = phone.read(FEED + "?limit=7&cursor=" + top.getString("next"));
    assertThat(rest.getList("items")).hasSize(5);
    assertThat(rest.getString("next")).isNull();
    JsonPath back = phone.read(FEED + "?limit=7&cursor=" + rest.getString("prev"));
    assertThat(back.getList("items.id")).isEqualTo(top.getList("items.id"));
    assertThat(back.getString("next")).isEqualTo(top.getString("next"));
    String prev = top.getString("prev");
    assertThat(titles("?cursor=" + prev)).isEmpty();
    publish("乙社区", "新");
    assertThat(titles("?cursor=" + prev)).containsExactly("新");
    assertThat(phone.request().get(FEED + "?limit=7").headers().getValues("Link"))
        .allMatch(link -> link.startsWith("</v1/me/feed?limit=7&cursor="))
        .hasSize(2);
  }

  @Test
  void editionsAreItemsWhenAskedFor() {
    tag("x");
    follow(publish("甲社区", "一", "二", "三"));
    follow(publish("乙社区", "四"));
    JsonPath home = phone.read(FEED + "?group=edition");
    assertThat(home.getList("items.articles.title"))
        .isEqualTo(List.of(List.of("四"), List.of("一", "二", "三")));
    JsonPath editions = read("/v1/editions");
    for (String field : List.of("id", "version", "accountId", "publishedAt", "articles")) {
      assertThat(home.getList("items." + field)).isEqualTo(editions.getList("items." + field));
    }
    assertThat(home.getMap("items[0]").keySet())
        .containsExactlyInAnyOrder("id", "version", "accountId", "publishedAt", "articles");
    assertThat(home.getMap("included")).isEqualTo(editions.getMap("included"));
    JsonPath first = phone.read(FEED + "?group=edition&limit=1");
    JsonPath second = phone.read(FEED + "?group=edition&limit=1&cursor=" + first.getString("next"));
    assertThat(second.getList("items[0].articles.title")).containsExactly("一", "二", "三");
    assertThat(second.getString("next")).isNull();
  }

  @Test
  void whatWentLiveAgainAloneStandsApartFromItsEdition() {
    tag("x");
    follow(publish("甲社区", "一", "二"));
    String article = withdraw("一");
    String path = "/v1/desk/articles/" + article;
    String etag = desk().get(path).header("ETag");
    ok(desk().header("If-Match", etag).body(Map.of()).post(path + "/republish"), 200);
    JsonPath home = phone.read(FEED + "?group=edition");
    assertThat(home.getList("items.articles.title")).isEqualTo(List.of(List.of("一"), List.of("二")));
    assertThat(home.getList("items.id").stream().distinct()).hasSize(1);
    assertThat(home.getString("items[0].publishedAt"))
        .isEqualTo(home.getString("items[0].articles[0].publishedAt"))
        .isGreaterThan(home.getString("items[1].publishedAt"));
  }

  /** As on a node that read heads later than the request's snapshot. */
  @Test
  void whatIsNotThereIsFilledUp() {
    tag("x");
    String account = publishMany("甲社区", 9);
    follow(account);
    List<String> all = titles("");
    long newest = tables().number("select max(feed_order) from article");
    long[] orders = new long[Heads.MOST];
    for (int i = 0; i < orders.length; i++) {
      orders[i] = newest + 800 - 8L * i;
    }
    heads.put(
        UUID.fromString(account), Heads.of(UUID.fromString(account), tailer.position(), orders));
    assertThat(titles("?limit=9")).isEqualTo(all);
    assertThat(titles("?limit=3")).isEqualTo(all.subList(0, 3));
    JsonPath editions = phone.read(FEED + "?group=edition&limit=2");
    assertThat(editions.getList("items.articles.flatten().title")).hasSize(9);
  }

  /** What two other nodes publish is seen in its order: the tailer has read neither. */
  @Test
  void headsOfOneAccountAreNeverOlderThanThoseOfAnother() {
    tag("x");
    String early = publish("甲社区", "一");
    String late = publish("乙社区", "二");
    follow(early);
    assertThat(titles("")).containsExactly("一");
    withdraw("一");
    withdraw("二");
    assertThat(titles("")).isEmpty();
    follow(late);
    for (String title : List.of("一", "二")) {
      tables()
          .runLogged(
              String.format(
                  Locale.ROOT,
                  """
                  update article set state = 'published', version = version + 1, withdrawn_at = null,
                    withdrawn_class = null where title = '%s'
                  """,
                  title));
    }
    assertThat(titles("")).containsExactly("二", "一");
  }

  @Test
  void anotherNodesWorkShowsSoon() {
    tag("x");
    follow(publish("甲社区", "一", "二"));
    assertThat(titles("")).containsExactly("一", "二");
    tables()
        .runLogged(
            """
            update article set state = 'withdrawn', version = version + 1, withdrawn_at = now(),
              withdrawn_class = 'error' where title = '一'
            """);
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (titles("").size() > 1) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    assertThat(titles("")).containsExactly("二");
  }

  @Test
  void aPageCostsTheSameForOneFollowedAccountAndForMany() {
    tag("x");
    follow(publishMany("大社区", 70));
    List<String> accounts = IntStream.range(0, 12).mapToObj(i -> publishMany("社区" + i, 9)).toList();
    phone.read("/v1/me");
    // Two for the token; snapshot, follows, articles, accounts, tags; and once the heads.
    assertCost("", 8, 7);
    accounts.forEach(this::follow);
    assertCost("", 8, 7);
    assertThat(cost("?group=edition&limit=1")).isEqualTo(8);
    assertThat(cost("?group=edition&limit=20")).isEqualTo(8);
    publish("社区3", "新");
    assertCost("", 8, 7);
    // Below the heads: two steps in place of one look into memory.
    String some = phone.read(FEED + "?limit=100").getString("next");
    String cursor = phone.read(FEED + "?limit=75&cursor=" + some).getString("next");
    assertCost("&cursor=" + cursor, 9, 9);
  }

  private void assertCost(String query, int first, int again) {
    assertThat(cost("?limit=20" + query)).as("first").isEqualTo(first);
    assertThat(cost("?limit=1" + query)).as("one").isEqualTo(again);
    assertThat(cost("?limit=50" + query)).as("fifty").isEqualTo(again);
  }

  private long cost(String query) {
    Statistics statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
    long before = statistics.getPrepareStatementCount();
    phone.read(FEED + query);
    long cost = statistics.getPrepareStatementCount() - before;
    statistics.setStatisticsEnabled(false);
    return cost;
  }
}
