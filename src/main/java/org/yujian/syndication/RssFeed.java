package org.yujian.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import org.jsoup.nodes.Entities;
import org.yujian.media.Picture;
import org.yujian.shared.web.LastModified;
import org.yujian.syndication.OpenFeed.Entry;
import org.yujian.tag.TagView;

/** Writes a feed as RSS 2.0 with full content, Atom links, Dublin Core and Media RSS. */
@ApplicationScoped
class RssFeed {

  static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  static final String MEDIA = "http://search.yahoo.com/mrss/";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

  /** RSS requires a length; zero says that it is not known. */
  private static final String UNKNOWN_LENGTH = "0";

  private final FeedLinks links;

  RssFeed(FeedLinks links) {
    this.links = links;
  }

  String write(OpenFeed feed) {
    XmlText xml = new XmlText();
    xml.start(
        "rss",
        "version",
        "2.0",
        "xmlns:atom",
        AtomFeed.NAMESPACE,
        "xmlns:content",
        CONTENT,
        "xmlns:dc",
        DUBLIN_CORE,
        "xmlns:media",
        MEDIA);
    xml.start("channel");
    head(xml, feed);
    feed.entries().forEach(entry -> item(xml, entry));
    return xml.text();
  }

  private void head(XmlText xml, OpenFeed feed) {
    OpenFeed.Head head = feed.head();
    String home = links.link(head.home());
    xml.element("title", head.title())
        .element("link", home)
        .element("description", head.description() == null ? head.title() : head.description())
        .element("language", OpenFeed.LANGUAGE)
        .element("lastBuildDate", LastModified.date(feed.changed()))
        .element("generator", "Yujian")
        .element("atom:id", OpenFeed.urn(head.id()));
    link(xml, "self", feed.self(FeedFormat.RSS));
    if (feed.cursor() == null) {
      xml.empty("atom:link", "rel", "hub", "href", links.hub());
    }
    if (feed.next() != null) {
      link(xml, "next", feed.next(FeedFormat.RSS));
    }
    if (head.account() != null && head.account().avatar() != null) {
      xml.start("image")
          .element("url", links.picture(head.account().avatar(), FeedPictures.SMALL))
          .element("title", head.title())
          .element("link", home)
          .end();
    }
  }

  private void link(XmlText xml, String relation, String path) {
    xml.empty(
        "atom:link", "rel", relation, "type", FeedFormat.RSS.mediaType(), "href", links.link(path));
  }

  private void item(XmlText xml, Entry entry) {
    xml.start("item")
        .element("title", entry.article().title())
        .element("link", links.link(entry.path()))
        .element("guid", entry.id(), "isPermaLink", "false")
        .element("pubDate", LastModified.date(entry.article().publishedAt()))
        .element("atom:published", entry.article().publishedAt())
        .element("atom:updated", entry.updated())
        .element("dc:creator", entry.author())
        .element("dc:source", entry.article().frontMatter().source());
    for (TagView tag : entry.tags()) {
      xml.element("category", tag.name());
    }
    xml.element("description", asHtml(entry.summary()))
        .element("content:encoded", entry.html())
        .element(
            "source",
            entry.account().name(),
            "url",
            links.link(FeedFormat.RSS.path(OpenFeed.accountPath(entry.account()))));
    cover(xml, entry.article().frontMatter().cover());
    xml.end();
  }

  private void cover(XmlText xml, Picture cover) {
    if (cover == null) {
      return;
    }
    if (links.type(cover) != null) {
      xml.empty(
          "enclosure",
          "url",
          links.picture(cover, FeedPictures.LARGE),
          "length",
          UNKNOWN_LENGTH,
          "type",
          links.type(cover));
    }
    FeedPictures.media(xml, links, cover);
  }

  /** The description of an item is HTML, and the digest is plain text. */
  private static String asHtml(String text) {
    return text == null ? null : Entities.escape(text);
  }
}
