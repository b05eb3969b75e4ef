package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Feeds as a feed reader meets them, through the running program. */
@QuarkusTest
class FeedResourceTest extends DeskTest {

  @Inject DatabaseClock clock;
  @Inject SessionFactory sessions;

  private String account;

  @BeforeEach
  void anAccount() {
    account =
        ok(
                desk()
                    .body("{\"handle\": \"yuyuan\", \"name\": \"豫园社区\", \"intro\": \"社区 & 新闻\"}")
                    .post("/v1/desk/accounts"),
                201)
            .getString("id");
    tag("lights");
  }

  @AfterEach
  void now() {
    clock.stepTo(Duration.ZERO);
  }

  /** Publishes an edition of eight articles; gives their ids. */
  private List<String> publishEight(String word) {
    return publish(IntStream.range(0, 8).mapToObj(i -> word + i).toArray(String[]::new));
  }

  /** Publishes articles of these titles in one edition; gives their ids. */
  private List<String> publish(String... titles) {
    StringBuilder text = new StringBuilder();
    for (String title : titles) {
      text.append("# ").append(title).append("\n\n").append(title).append("的正文 <&> 😀。\n\n");
    }
    Upload document =
        Upload.text(text.toString())
            .with("account", account)
            .with("publish", "true")
            .with("tag", "lights");
    return imported(document).getList("articles.articleId", String.class);
  }

  private static Response get(String path) {
    return anyone().get(path);
  }

  private static JsonPath json(String path) {
    return ok(get(path), 200);
  }

  private static XmlView xml(String path) {
    Response response = get(path);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return XmlView.of(response.asString());
  }

  private static List<String> urns(List<String> ids) {
    return ids.stream().map(id -> "urn:uuid:" + id).toList();
  }

  private void correct(String article, String field, String value, String reason) {
    String path = "/v1/desk/articles/" + article;
    ok(act(path).body(Map.of(field, value)).patch(path), 200);
    ok(act(path).body(Map.of("class", reason, "note", "更正说明")).post(path + "/corrections"), 200);
  }

  private static String etag(Response response) {
    return response.header("ETag");
  }

  private RequestSpecification act(String path) {
    return desk().header("If-Match", etag(desk().get(path)));
  }

  private void withdraw(String article, String note) {
    String path = "/v1/desk/articles/" + article;
    ok(
        act(path).body(Map.of("class", "request", "publicNote", note)).post(path + "/withdraw"),
        200);
  }

  @ParameterizedTest
  @CsvSource({
    "json, application/feed+json;charset=UTF-8",
    "atom, application/atom+xml;charset=UTF-8",
    "rss, application/rss+xml;charset=UTF-8"
  })
  void theEndingIsTheFormatWhateverIsAccepted(String ending, String type) {
    publish("灯会");
    for (String feed : List.of("all", "accounts/yuyuan", "tags/lights")) {
      for (String accept : List.of("*/*", "text/html, */*;q=0.8", "application/xml", "text/html")) {
        Response response = anyone().accept(accept).get("/feeds/" + feed + "." + ending);
        assertThat(response.statusCode()).as("%s %s", feed, accept).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo(type);
        // JSON has the escape of the emoji.
        assertThat(response.asString().replace("\\uD83D\\uDE00", "😀")).contains("灯会", "😀");
      }
    }
  }

  @Test
  void allFormatsSayTheSame() throws Exception {
    List<String> ids = publish("灯会 <今晚> & \"明天\" 😀", "第二篇");
    JsonPath list = read("/v1/articles");
    JsonPath json = json("/feeds/accounts/yuyuan.json");
    SyndFeed atom = rome("/feeds/accounts/yuyuan.atom");
    SyndFeed rss = rome("/feeds/accounts/yuyuan.rss");

    assertThat(json.getString("title")).isEqualTo("豫园社区");
    assertThat(json.getString("description")).isEqualTo("社区 & 新闻");
    assertThat(json.getString("home_page_url")).startsWith("/f/");
    assertThat(atom.getTitle()).isEqualTo(rss.getTitle()).isEqualTo("豫园社区");
    assertThat(json.getList("items.id", String.class)).isEqualTo(urns(ids));
    assertThat(json.getList("items.date_published", String.class))
        .isEqualTo(list.getList("items.publishedAt", String.class));
    for (int i = 0; i < ids.size(); i++) {
      String item = "items[" + i + "].";
      String title = list.getString(item + "title");
      String html = read("/v1/articles/" + ids.get(i)).getString("html");
      assertThat(json.getString(item + "title")).isEqualTo(title);
      assertThat(json.getString(item + "content_html"))
          .isEqualTo(html)
          .contains("&lt;&amp;&gt; 😀");
      assertThat(json.getList(item + "tags", String.class)).containsExactly("lights");
      assertThat(json.getString(item + "summary")).isEqualTo(list.getString(item + "digest"));
      for (SyndFeed feed : List.of(atom, rss)) {
        assertThat(feed.getEntries().get(i).getUri()).isEqualTo("urn:uuid:" + ids.get(i));
        assertThat(feed.getEntries().get(i).getTitle()).isEqualTo(title);
        assertThat(feed.getEntries().get(i).getContents().get(0).getValue()).isEqualTo(html);
        assertThat(feed.getEntries().get(i).getLink()).isEqualTo("/a/" + ids.get(i));
        assertThat(feed.getEntries().get(i).getCategories().get(0).getName()).isEqualTo("lights");
      }
    }
  }

  private static SyndFeed rome(String path) throws Exception {
    return new SyndFeedInput().build(new StringReader(get(path).asString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "accounts/yuyuan", "tags/lights"})
  void pagesWalkAllArticlesOnceInOrder(String feed) {
    List<String> all = new ArrayList<>();
    for (int edition = 0; edition < 6; edition++) {
      all.addAll(0, publishEight("第" + edition + "期之"));
    }
    List<String> seen = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (String at = "/feeds/" + feed + ".json"; at != null; ) {
      JsonPath page = json(at);
      assertThat(page.getString("feed_url")).isEqualTo(at);
      seen.addAll(page.getList("items.id", String.class));
      sizes.add(page.getList("items").size());
      at = page.getString("next_url");
    }
    assertThat(seen).isEqualTo(urns(all));
    assertThat(sizes).containsExactly(20, 20, 8);
    assertThat(walk("/feeds/" + feed + ".atom", "/feed/entry/id", "/feed/link[@rel='next']/@href"))
        .isEqualTo(urns(all));
    assertThat(
            walk(
                "/feeds/" + feed + ".rss",
                "/rss/channel/item/guid",
                "/rss/channel/link[@rel='next']/@href"))
        .isEqualTo(urns(all));
  }

  private static List<String> walk(String first, String ids, String next) {
    List<String> seen = new ArrayList<>();
    for (List<String> at = List.of(first); !at.isEmpty(); ) {
      XmlView page = xml(at.get(0));
      seen.addAll(page.texts(ids));
      at = page.texts(next);
    }
    return seen;
  }

  @Test
  void aCursorOfAnotherFeedIsRefused() {
    for (int i = 0; i < 3; i++) {
      publishEight("第" + i + "期之");
    }
    String next = json("/feeds/all.json").getString("next_url");
    String cursor = next.substring(next.indexOf('?'));
    problem(get("/feeds/tags/lights.json" + cursor), 400, "invalid-cursor");
    problem(get("/feeds/all.rss?cursor=x"), 400, "invalid-cursor");
    assertThat(get("/feeds/all.rss" + cursor).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "atom", "rss"})
  void publicationsCorrectionsAndWithdrawalsShowAtOnce(String ending) {
    List<String> feeds = List.of("/feeds/all.", "/feeds/accounts/yuyuan.", "/feeds/tags/lights.");
    feeds.forEach(feed -> get(feed + ending));
    List<String> ids = publish("第一版标题", "留下的");
    assertShown(feeds, ending, "第一版标题", true);

    correct(ids.get(0), "title", "改过的标题", "title");
    assertShown(feeds, ending, "改过的标题", true);
    assertShown(feeds, ending, "第一版标题</title>", false);

    withdraw(ids.get(0), "应要求撤回");
    assertShown(feeds, ending, "改过的标题", false);
    assertShown(feeds, ending, "留下的", true);
    assertShown(feeds, ending, ids.get(0), ending.equals("atom"));
    assertShown(feeds, ending, "应要求撤回", ending.equals("atom"));
  }

  private static void assertShown(List<String> feeds, String ending, String text, boolean shown) {
    for (String feed : feeds) {
      String body = get(feed + ending).asString();
      assertThat(body.contains(text)).as("%s in %s", text, body).isEqualTo(shown);
    }
  }

  @Test
  void aCorrectionChangesUpdatedAndNothingElse() {
    List<String> ids = publish("标题");
    JsonPath before = json("/feeds/all.json");
    correct(ids.get(0), "subtitle", "新的副标题", "update");
    JsonPath after = json("/feeds/all.json");
    assertThat(after.getString("items[0].id")).isEqualTo(before.getString("items[0].id"));
    assertThat(after.getString("items[0].date_published"))
        .isEqualTo(before.getString("items[0].date_published"));
    assertThat(after.getString("items[0].date_modified"))
        .isEqualTo(read("/v1/articles/" + ids.get(0)).getString("corrections[0].at"))
        .isGreaterThan(before.getString("items[0].date_modified"));
  }

  @Test
  void theFirstPageNamesTheLastWithdrawnArticlesWhateverTheirPlace() {
    List<String> old = publish("很久以前");
    for (int i = 0; i < 3; i++) {
      publishEight("第" + i + "期之");
    }
    withdraw(old.get(0), "说明");
    for (String feed : List.of("all", "accounts/yuyuan", "tags/lights")) {
      XmlView first = xml("/feeds/" + feed + ".atom");
      assertThat(first.texts("/feed/deleted-entry/@ref")).isEqualTo(urns(old));
      String next = first.texts("/feed/link[@rel='next']/@href").get(0);
      assertThat(xml(next).texts("/feed/deleted-entry/@ref")).isEmpty();
    }
    tag("other");
    account("别的账号");
    assertThat(xml("/feeds/tags/other.atom").texts("/feed/deleted-entry")).isEmpty();
    String other = tables().texts("select handle from account where name = '别的账号'").get(0);
    assertThat(xml("/feeds/accounts/" + other + ".atom").texts("/feed/deleted-entry")).isEmpty();
  }

  @Test
  void unknownFeedsAre404AndClosedAccounts410() {
    problem(get("/feeds/accounts/nobody.json"), 404, "account-not-found");
    problem(get("/feeds/tags/nothing.atom"), 404, "tag-not-found");
    problem(get("/feeds/all.xml"), 404, "not-found");
    problem(get("/feeds/all"), 404, "not-found");
    String path = "/v1/desk/accounts/" + account;
    ok(act(path).body("{}").post(path + "/close"), 200);
    for (String ending : List.of("json", "atom", "rss")) {
      problem(get("/feeds/accounts/yuyuan." + ending), 410, "account-closed");
    }
    Response page = anyone().noFilters().accept("text/html").get("/feeds/accounts/yuyuan.atom");
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.contentType()).startsWith("text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all.json", "accounts/yuyuan.atom", "tags/lights.rss", "accounts.opml"})
  void anUnchangedFeedIs304UntilSomethingChanges(String feed) {
    publish("标题");
    String path = "/feeds/" + feed;
    Response first = get(path);
    String etag = first.header("ETag");
    assertThat(etag).matches("\"[A-Za-z0-9_-]{22}\"");
    assertThat(first.header("Cache-Control")).isEqualTo("max-age=10, stale-while-revalidate=30");
    assertThat(anyone().header("If-None-Match", etag).get(path).statusCode()).isEqualTo(304);
    Response head = anyone().noFilters().head(path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.header("ETag")).isEqualTo(etag);
    assertThat(head.contentType()).isEqualTo(first.contentType());

    publish("另一篇");
    account("新账号");
    assertThat(anyone().header("If-None-Match", etag).get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void lastModifiedIsTheTimeOfTheNewestChangeOnceItIsAMinuteOld() {
    publish("标题");
    assertThat(get("/feeds/all.atom").header("Last-Modified")).as("too fresh").isNull();

    tables().empty();
    clock.stepTo(Duration.ofMinutes(-10));
    anAccount();
    List<String> ids = publish("十分钟前", "另一篇");
    for (String feed : List.of("/feeds/all.rss", "/feeds/accounts/yuyuan.json")) {
      String date = get(feed).header("Last-Modified");
      assertThat(instant(date)).isEqualTo(lastChange());
      assertThat(since(feed, date)).isEqualTo(304);
      assertThat(since(feed, "Tue, 01 Dec 2020 00:00:00 GMT")).isEqualTo(200);
      assertThat(since(feed, "yesterday")).isEqualTo(200);
    }
    String before = get("/feeds/all.rss").header("Last-Modified");
    clock.stepTo(Duration.ofMinutes(-8));
    withdraw(ids.get(0), "说明");
    String after = get("/feeds/all.rss").header("Last-Modified");
    assertThat(instant(after)).isEqualTo(lastChange()).isAfter(instant(before));
    assertThat(since("/feeds/all.rss", before)).isEqualTo(200);
    assertThat(since("/feeds/all.rss", after)).isEqualTo(304);
    assertThat(
            anyone()
                .header("If-None-Match", "\"other\"")
                .header("If-Modified-Since", after)
                .get("/feeds/all.rss")
                .statusCode())
        .as("an ETag goes first")
        .isEqualTo(200);
    assertThat(get("/feeds/tags/lights.rss").header("Last-Modified")).isNull();
  }

  private int since(String path, String date) {
    return anyone().header("If-Modified-Since", date).get(path).statusCode();
  }

  private static Instant instant(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private Instant lastChange() {
    return Instant.ofEpochSecond(
        tables().number("select floor(extract(epoch from max(at)))::bigint from change"));
  }

  @Test
  void aFeedCostsTheSameStatementsForOneArticleAndForTwenty() {
    Statistics statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
    List<List<Long>> costs = new ArrayList<>();
    publish("一篇");
    json("/feeds/all.json");
    for (int round = 0; round < 2; round++) {
      List<Long> cost = new ArrayList<>();
      for (String feed : List.of("all.json", "accounts/yuyuan.atom", "tags/lights.rss")) {
        // An address that nobody has asked for: it is not in the cache.
        long before = statistics.getPrepareStatementCount();
        get("/feeds/" + feed + "?fresh=" + round);
        cost.add(statistics.getPrepareStatementCount() - before);
      }
      costs.add(cost);
      for (int i = 0; i < 3; i++) {
        publishEight("第" + i + "期之");
      }
    }
    statistics.setStatisticsEnabled(false);
    assertThat(costs.get(1)).isEqualTo(costs.get(0));
    assertThat(Collections.max(costs.get(0))).isLessThanOrEqualTo(9);
  }

  @Test
  void theListNamesTheFeedsOfAllPublicAccounts() {
    account("别的账号");
    XmlView list = xml("/feeds/accounts.opml");
    assertThat(list.texts("/opml/body/outline/@text")).containsExactly("别的账号", "豫园社区");
    List<String> feeds = list.texts("/opml/body/outline/@xmlUrl");
    assertThat(feeds).contains("/feeds/accounts/yuyuan.atom");
    feeds.forEach(feed -> assertThat(get(feed).statusCode()).as(feed).isEqualTo(200));
  }

  @Test
  void pagesNameTheirFeeds() {
    List<String> ids = publish("标题");
    String article = page("/a/" + ids.get(0));
    String follow = article.replaceAll("(?s).*href=\"(/f/[^\"]+)\".*", "$1");
    assertLinks(page("/"), "/feeds/all", "豫见");
    assertLinks(article, "/feeds/accounts/yuyuan", "豫园社区");
    assertLinks(page(follow), "/feeds/accounts/yuyuan", "豫园社区");
  }

  private static String page(String path) {
    return anyone().noFilters().accept("text/html").get(path).asString();
  }

  private static void assertLinks(String page, String feed, String name) {
    String head = page.substring(0, page.indexOf("</head>"));
    Map.of("json", "feed+json", "atom", "atom+xml", "rss", "rss+xml")
        .forEach(
            (ending, type) ->
                assertThat(head)
                    .containsPattern(
                        String.format(
                            Locale.ROOT,
                            "<link rel=\"alternate\" type=\"application/%s\" title=\"%s[^\"]*\""
                                + " href=\"%s\\.%s\">",
                            type.replace("+", "\\+"),
                            name,
                            feed,
                            ending)));
  }

  @Test
  void theIdOfTheFeedOfAllArticlesIsKept() {
    String id = xml("/feeds/all.atom").texts("/feed/id").get(0);
    assertThat(id).isEqualTo("urn:uuid:" + tables().texts("select id from feed_identity").get(0));
    publish("标题");
    assertThat(xml("/feeds/all.atom").texts("/feed/id")).containsExactly(id);
    assertThat(xml("/feeds/accounts/yuyuan.atom").texts("/feed/id"))
        .containsExactly("urn:uuid:" + account);
  }
}
