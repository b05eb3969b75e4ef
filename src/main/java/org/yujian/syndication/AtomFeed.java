package org.yujian.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.yujian.feed.Withdrawn;
import org.yujian.media.Picture;
import org.yujian.syndication.OpenFeed.Entry;
import org.yujian.tag.TagView;

/**
 * Writes a feed as Atom (RFC 4287) in pages (RFC 5005, section 3) with withdrawn articles as
 * deleted entries (RFC 6721).
 */
@ApplicationScoped
class AtomFeed {

  static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
  private static final String REL = "rel";
  private static final String TYPE = "type";
  private static final String HREF = "href";
  private static final String HTML = "text/html";

  private final FeedLinks links;

  AtomFeed(FeedLinks links) {
    this.links = links;
  }

  String write(OpenFeed feed) {
    XmlText xml = new XmlText();
    xml.start(
        "feed",
        "xmlns",
        NAMESPACE,
        "xmlns:at",
        TOMBSTONES,
        "xmlns:dc",
        RssFeed.DUBLIN_CORE,
        "xmlns:media",
        RssFeed.MEDIA,
        "xml:lang",
        OpenFeed.LANGUAGE);
    head(xml, feed.head(), feed.changed());
    xml.empty("link", REL, "self", TYPE, FeedFormat.ATOM.mediaType(), HREF, self(feed));
    if (feed.cursor() == null) {
      xml.empty("link", REL, "hub", HREF, links.hub());
    }
    if (feed.next() != null) {
      xml.empty(
          "link",
          REL,
          "next",
          TYPE,
          FeedFormat.ATOM.mediaType(),
          HREF,
          links.link(feed.next(FeedFormat.ATOM)));
    }
    xml.element("generator", "Yujian");
    // The schema of RFC 4287 has extensions before the entries.
    feed.withdrawn().forEach(withdrawn -> deleted(xml, withdrawn));
    feed.entries().forEach(entry -> entry(xml, feed, entry));
    return xml.text();
  }

  private String self(OpenFeed feed) {
    return links.link(feed.self(FeedFormat.ATOM));
  }

  private void head(XmlText xml, OpenFeed.Head head, Instant updated) {
    xml.element("id", OpenFeed.urn(head.id()))
        .element("title", head.title())
        .element("subtitle", head.description())
        .element("updated", updated)
        .empty("link", REL, "alternate", TYPE, HTML, HREF, links.link(head.home()));
    if (head.account() != null) {
      Picture avatar = head.account().avatar();
      xml.element("icon", links.picture(avatar, FeedPictures.SMALL))
          .element("logo", links.picture(avatar, FeedPictures.LARGE));
      author(xml, head.account().name());
    }
  }

  private void entry(XmlText xml, OpenFeed feed, Entry entry) {
    xml.start("entry")
        .element("id", entry.id())
        .element("title", entry.article().title())
        .element("published", entry.article().publishedAt())
        .element("updated", entry.updated())
        .empty("link", REL, "alternate", TYPE, HTML, HREF, links.link(entry.path()));
    author(xml, entry.author());
    for (TagView tag : entry.tags()) {
      xml.empty("category", "term", tag.slug(), "label", tag.name());
    }
    xml.element("summary", entry.summary()).element("content", entry.html(), TYPE, "html");
    cover(xml, entry.article().frontMatter().cover());
    xml.element("dc:source", entry.article().frontMatter().source());
    if (feed.head().account() == null) {
      source(xml, entry);
    }
    xml.end();
  }

  private void cover(XmlText xml, Picture cover) {
    if (cover != null) {
      String url = links.picture(cover, FeedPictures.LARGE);
      xml.empty("link", REL, "enclosure", TYPE, links.type(cover), HREF, url);
      FeedPictures.media(xml, links, cover);
    }
  }

  /** The account's feed, from which a feed of several accounts takes the entry (4.2.11). */
  private void source(XmlText xml, Entry entry) {
    xml.start("source")
        .element("id", OpenFeed.urn(entry.account().id()))
        .element("title", entry.account().name())
        .empty(
            "link",
            REL,
            "self",
            TYPE,
            FeedFormat.ATOM.mediaType(),
            HREF,
            links.link(FeedFormat.ATOM.path(OpenFeed.accountPath(entry.account()))))
        .end();
  }

  private static void author(XmlText xml, String name) {
    xml.start("author").element("name", name).end();
  }

  private static void deleted(XmlText xml, Withdrawn withdrawn) {
    xml.start(
            "at:deleted-entry",
            "ref",
            OpenFeed.urn(withdrawn.id()),
            "when",
            XmlText.time(withdrawn.at()))
        .element("at:comment", withdrawn.note())
        .end();
  }
}
