package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.JsonPath;

/** What feeds say, as a feed reader meets them through the running program. */
@QuarkusTest
class FeedResourceTest extends OpenFeedTest {

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
