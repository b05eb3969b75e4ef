package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.syndication.FeedFixtures.SITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.yujian.account.AccountView;
import org.yujian.syndication.OpenFeed.Entry;

/** What each format says, read by other programs: ROME, jing and a plain XML parser. */
class FeedWritersTest {

  private static final AtomFeed ATOM = new AtomFeed(FeedFixtures.LINKS);
  private static final RssFeed RSS = new RssFeed(FeedFixtures.LINKS);
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final String NEXT = "abc_-9";

  @Test
  void theFirstPageOfEachFormatNamesTheHub() {
    OpenFeed feed = FeedFixtures.ofAccount(1, NEXT);
    String hub = SITE + "/feeds/hub";
    assertThat(xml(ATOM.write(feed)).texts("/feed/link[@rel='hub']/@href")).containsExactly(hub);
    assertThat(xml(RSS.write(feed)).texts("/rss/channel/link[@rel='hub']/@href"))
        .containsExactly(hub);
    assertThat(json(feed).at("/hubs/0/type").asText()).isEqualTo("WebSub");
    assertThat(json(feed).at("/hubs/0/url").asText()).isEqualTo(hub);

    OpenFeed later =
        new OpenFeed(feed.head(), feed.entries(), List.of(), "cursor", feed.next(), feed.changed());
    assertThat(ATOM.write(later)).doesNotContain("hub");
    assertThat(RSS.write(later)).doesNotContain("hub");
    assertThat(json(later).has("hubs")).isFalse();
  }

  private static SyndFeed rome(String xml) throws FeedException {
    return new SyndFeedInput().build(new StringReader(xml));
  }

  private static JsonNode json(OpenFeed feed) {
    return JSON.valueToTree(JsonFeed.of(feed, FeedFixtures.LINKS));
  }

  private static XmlView xml(String text) {
    return XmlView.of(text);
  }

  /** Errors of the schema; empty if the document is valid. */
  private static String errors(String atom) throws IOException, SAXException {
    StringWriter errors = new StringWriter();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(errors));
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    InputSource schema =
        ValidationDriver.uriOrFileInputSource(
            FeedWritersTest.class.getResource("/feeds/atom.rnc").toString());
    assertThat(driver.loadSchema(schema)).as("%s", errors).isTrue();
    boolean valid = driver.validate(new InputSource(new StringReader(atom)));
    return valid ? "" : "invalid: " + errors;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20})
  void anAtomFeedIsValid(int entries) throws Exception {
    assertThat(errors(ATOM.write(FeedFixtures.ofAccount(entries, NEXT)))).isEmpty();
    assertThat(errors(ATOM.write(FeedFixtures.ofAll(entries)))).isEmpty();
  }

  @Test
  void theSchemaFindsMistakes() throws Exception {
    String atom = ATOM.write(FeedFixtures.ofAll(1));
    assertThat(errors(atom.replaceFirst("<updated>[^<]*</updated>", ""))).contains("invalid");
    assertThat(errors(atom.replaceFirst("<updated>[^<]*", "<updated>gestern"))).contains("invalid");
    assertThat(errors(atom.replace("rel=\"self\" ", "rel=\"self\" lost=\"x\" ")))
        .contains("invalid");
  }

  /** The Schematron rules of the RFC. */
  @Test
  void everyEntryHasAnAuthorAndAnAlternateLink() {
    for (OpenFeed feed : List.of(FeedFixtures.ofAll(3), FeedFixtures.ofAccount(3, null))) {
      XmlView atom = xml(ATOM.write(feed));
      assertThat(atom.texts("/feed/entry/author/name")).containsExactly("张三", "区政府", "张三");
      assertThat(atom.texts("/feed/entry/link[@rel='alternate']/@href"))
          .containsExactlyElementsOf(feed.entries().stream().map(e -> SITE + e.path()).toList());
    }
  }

  @Test
  void romeReadsAtomWithoutLoss() throws Exception {
    OpenFeed feed = FeedFixtures.ofAccount(3, NEXT);
    SyndFeed read = rome(ATOM.write(feed));

    assertThat(read.getUri()).isEqualTo("urn:uuid:" + FeedFixtures.ACCOUNT.id());
    assertThat(read.getTitle()).isEqualTo("豫园 & 社区");
    assertThat(read.getDescription()).isEqualTo("介绍 <豫园>");
    assertThat(read.getIcon().getUrl()).isEqualTo(SITE + "/media/facekey0000000000000xx/320.jpg");
    // ROME does not read the language of Atom.
    assertThat(xml(ATOM.write(feed)).texts("/feed/@*[name()='xml:lang']")).containsExactly("zh-CN");
    assertThat(read.getLinks())
        .extracting(link -> link.getRel() + " " + link.getHref())
        .containsExactlyInAnyOrder(
            "alternate " + SITE + "/f/Ab12",
            "self " + SITE + "/feeds/accounts/yuyuan.atom",
            "hub " + SITE + "/feeds/hub",
            "next " + SITE + "/feeds/accounts/yuyuan.atom?cursor=" + NEXT);
    assertEntries(read, feed);
    assertThat(read.getEntries().get(0).getUpdatedDate())
        .isEqualTo(Date.from(FeedFixtures.CORRECTED.truncatedTo(ChronoUnit.MILLIS)));
    assertThat(read.getEntries().get(0).getDescription().getValue()).isEqualTo(FeedFixtures.DIGEST);
    assertThat(read.getEntries().get(0).getCategories().get(0).getLabel()).isEqualTo("灯 & 火");
    assertThat(read.getEntries().get(0).getCategories())
        .extracting(SyndCategory::getName)
        .containsExactly("lights");
  }

  @Test
  void romeReadsRssWithoutLoss() throws Exception {
    OpenFeed feed = FeedFixtures.ofAccount(3, NEXT);
    SyndFeed read = rome(RSS.write(feed));

    assertThat(read.getTitle()).isEqualTo("豫园 & 社区");
    assertThat(read.getDescription()).isEqualTo("介绍 <豫园>");
    assertThat(read.getLanguage()).isEqualTo("zh-CN");
    assertThat(read.getLink()).isEqualTo(SITE + "/f/Ab12");
    assertThat(read.getImage().getUrl()).isEqualTo(SITE + "/media/facekey0000000000000xx/320.jpg");
    assertEntries(read, feed);
    assertThat(read.getEntries().get(0).getDescription().getValue())
        .isEqualTo("摘要 &amp; &lt;b&gt;不是标签&lt;/b&gt; 🏮");
    assertThat(read.getEntries().get(0).getCategories())
        .extracting(SyndCategory::getName)
        .containsExactly("灯 & 火");
    XmlView xml = xml(RSS.write(feed));
    assertThat(xml.texts("/rss/channel/link[@rel='self']/@href"))
        .containsExactly(SITE + "/feeds/accounts/yuyuan.rss");
    assertThat(xml.texts("/rss/channel/link[@rel='next']/@href"))
        .containsExactly(SITE + "/feeds/accounts/yuyuan.rss?cursor=" + NEXT);
    assertThat(xml.texts("/rss/channel/item/updated").get(0)).isEqualTo("2026-03-02T09:30:00.654Z");
    assertThat(xml.texts("/rss/channel/item/source/@url"))
        .containsOnly(SITE + "/feeds/accounts/yuyuan.rss");
    assertThat(xml.texts("/rss/channel/item/guid/@isPermaLink")).containsOnly("false");
  }

  private static void assertEntries(SyndFeed read, OpenFeed feed) {
    assertThat(read.getEntries()).hasSameSizeAs(feed.entries());
    for (int i = 0; i < feed.entries().size(); i++) {
      SyndEntry entry = read.getEntries().get(i);
      Entry written = feed.entries().get(i);
      assertThat(entry.getUri()).isEqualTo("urn:uuid:" + FeedFixtures.articleId(i));
      assertThat(entry.getTitle()).isEqualTo(FeedFixtures.TITLE + i);
      assertThat(entry.getLink()).isEqualTo(SITE + "/a/" + FeedFixtures.articleId(i));
      assertThat(entry.getAuthor()).isEqualTo(i % 2 == 0 ? "张三" : "区政府");
      assertThat(entry.getContents().get(0).getValue()).isEqualTo(FeedFixtures.html());
      assertThat(entry.getPublishedDate().toInstant().getEpochSecond())
          .isEqualTo(written.article().publishedAt().getEpochSecond());
      assertThat(entry.getEnclosures())
          .extracting(SyndEnclosure::getUrl)
          .containsExactly(SITE + "/media/coverkey0000000000000x/1080.jpg");
      assertThat(entry.getEnclosures().get(0).getType()).isEqualTo("image/jpeg");
    }
  }

  @Test
  void withdrawnArticlesAreDeletedEntriesOfAtom() {
    XmlView atom = xml(ATOM.write(FeedFixtures.ofAll(1)));
    assertThat(atom.texts("/feed/deleted-entry/@ref"))
        .containsExactly("urn:uuid:" + FeedFixtures.GONE);
    assertThat(atom.texts("/feed/deleted-entry/@when")).containsExactly("2026-03-03T10:00:00.500Z");
    assertThat(atom.texts("/feed/deleted-entry/comment")).containsExactly(FeedFixtures.NOTE);
    assertThat(atom.namespace("/feed/deleted-entry"))
        .isEqualTo("http://purl.org/atompub/tombstones/1.0");
    assertThat(xml(RSS.write(FeedFixtures.ofAll(1))).texts("//deleted-entry")).isEmpty();
  }

  @Test
  void aFeedOfSeveralAccountsNamesTheFeedOfEachEntry() {
    XmlView atom = xml(ATOM.write(FeedFixtures.ofAll(2)));
    assertThat(atom.texts("/feed/entry/source/id"))
        .containsOnly("urn:uuid:" + FeedFixtures.ACCOUNT.id());
    assertThat(atom.texts("/feed/entry/source/title")).containsOnly("豫园 & 社区");
    assertThat(xml(ATOM.write(FeedFixtures.ofAccount(1, null))).texts("/feed/entry/source/id"))
        .isEmpty();
  }

  @Test
  void aJsonFeedHasTheFieldsOfVersionOne() {
    JsonNode feed = json(FeedFixtures.ofAccount(2, NEXT));
    assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("title").asText()).isEqualTo("豫园 & 社区");
    assertThat(feed.path("home_page_url").asText()).isEqualTo(SITE + "/f/Ab12");
    assertThat(feed.path("feed_url").asText()).isEqualTo(SITE + "/feeds/accounts/yuyuan.json");
    assertThat(feed.path("next_url").asText())
        .isEqualTo(SITE + "/feeds/accounts/yuyuan.json?cursor=" + NEXT);
    assertThat(feed.path("icon").asText()).startsWith(SITE + "/media/facekey");
    assertThat(feed.path("language").asText()).isEqualTo("zh-CN");
    JsonNode item = feed.at("/items/0");
    assertThat(item.path("id").asText()).isEqualTo("urn:uuid:" + FeedFixtures.articleId(0));
    assertThat(item.path("url").asText()).isEqualTo(SITE + "/a/" + FeedFixtures.articleId(0));
    assertThat(item.path("title").asText()).isEqualTo(FeedFixtures.TITLE + "0");
    assertThat(item.path("content_html").asText()).isEqualTo(FeedFixtures.html());
    assertThat(item.path("summary").asText()).isEqualTo(FeedFixtures.DIGEST);
    assertThat(item.path("image").asText())
        .isEqualTo(SITE + "/media/coverkey0000000000000x/1080.jpg");
    assertThat(item.path("date_published").asText()).isEqualTo("2026-03-01T08:00:00.123456Z");
    assertThat(item.path("date_modified").asText()).isEqualTo("2026-03-02T09:30:00.654321Z");
    assertThat(item.at("/authors/0/name").asText()).isEqualTo("张三");
    assertThat(item.at("/tags/0").asText()).isEqualTo("灯 & 火");
    assertThat(item.at("/_yujian/source").asText()).isEqualTo("区政府");
    assertThat(json(FeedFixtures.ofAll(0)).path("items")).isEmpty();
    assertThat(json(FeedFixtures.ofAll(0)).has("next_url")).isFalse();
  }

  @Test
  void anOpmlListNamesTheFeedOfEachAccount() {
    AccountView account = FeedFixtures.ACCOUNT;
    XmlView opml = xml(new AccountFeedList(FeedFixtures.LINKS).write("豫见", List.of(account)));
    assertThat(opml.texts("/opml/@version")).containsExactly("2.0");
    assertThat(opml.texts("/opml/body/outline/@text")).containsExactly("豫园 & 社区");
    assertThat(opml.texts("/opml/body/outline/@type")).containsExactly("rss");
    assertThat(opml.texts("/opml/body/outline/@xmlUrl"))
        .containsExactly(SITE + "/feeds/accounts/yuyuan.atom");
  }
}
