package org.yujian.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.yujian.media.Picture;
import org.yujian.syndication.OpenFeed.Entry;
import org.yujian.tag.TagView;

/** A feed as JSON Feed 1.1 (jsonfeed.org); components have the names of its properties. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"version", "title", "description", "home_page_url", "feed_url", "next_url"})
record JsonFeed(
    String version,
    String title,
    String description,
    @JsonProperty("home_page_url") String homePageUrl,
    @JsonProperty("feed_url") String feedUrl,
    @JsonProperty("next_url") String nextUrl,
    String icon,
    String favicon,
    String language,
    List<Author> authors,
    List<Hub> hubs,
    @JsonInclude List<Item> items) {

  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Author(String name, String url, String avatar) {}

  record Hub(String type, String url) {}

  /**
   * @param yujian an extension, which the format permits in fields that begin with {@code _}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Item(
      String id,
      String url,
      String title,
      @JsonProperty("content_html") @JsonInclude String contentHtml,
      String summary,
      String image,
      @JsonProperty("date_published") Instant datePublished,
      @JsonProperty("date_modified") Instant dateModified,
      List<Author> authors,
      List<String> tags,
      @JsonProperty("_yujian") Origin yujian) {}

  /**
   * @param source office or publication named in the byline
   * @param feed address of the account's own feed
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Origin(String account, String source, String feed) {}

  static JsonFeed of(OpenFeed feed, FeedLinks links) {
    OpenFeed.Head head = feed.head();
    Picture avatar = head.account() == null ? null : head.account().avatar();
    String next = feed.next(FeedFormat.JSON);
    return new JsonFeed(
        VERSION,
        head.title(),
        head.description(),
        links.link(head.home()),
        links.link(feed.self(FeedFormat.JSON)),
        next == null ? null : links.link(next),
        links.picture(avatar, FeedPictures.LARGE),
        links.picture(avatar, FeedPictures.SMALL),
        OpenFeed.LANGUAGE,
        head.account() == null
            ? null
            : List.of(
                new Author(
                    head.account().name(),
                    links.link(head.home()),
                    links.picture(avatar, FeedPictures.LARGE))),
        feed.cursor() == null ? List.of(new Hub("WebSub", links.hub())) : null,
        feed.entries().stream().map(entry -> item(entry, links)).toList());
  }

  private static Item item(Entry entry, FeedLinks links) {
    Picture cover = entry.article().frontMatter().cover();
    return new Item(
        entry.id(),
        links.link(entry.path()),
        entry.article().title(),
        entry.html(),
        entry.summary(),
        links.picture(cover, FeedPictures.LARGE),
        entry.article().publishedAt(),
        entry.updated(),
        List.of(new Author(entry.author(), null, null)),
        entry.tags().stream().map(TagView::name).toList(),
        new Origin(
            entry.account().name(),
            entry.article().frontMatter().source(),
            links.link(FeedFormat.JSON.path(OpenFeed.accountPath(entry.account())))));
  }
}
