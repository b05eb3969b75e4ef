package org.yujian.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.yujian.shared.json.Json;

/** Writes feeds in their formats, for responses and for subscribers of the hub. */
@ApplicationScoped
class FeedDocuments {

  private final FeedService feeds;
  private final FeedLinks links;
  private final AtomFeed atom;
  private final RssFeed rss;

  FeedDocuments(FeedService feeds, FeedLinks links, AtomFeed atom, RssFeed rss) {
    this.feeds = feeds;
    this.links = links;
    this.atom = atom;
    this.rss = rss;
  }

  static String contentType(FeedFormat format) {
    return format.mediaType() + ";charset=UTF-8";
  }

  /** Text, or an object to be written as JSON. */
  Object write(FeedFormat format, OpenFeed feed) {
    return switch (format) {
      case JSON -> JsonFeed.of(feed, links);
      case ATOM -> atom.write(feed);
      case RSS -> rss.write(feed);
    };
  }

  /** The bytes that GET of the topic returns now; throws 404 or 410 as that does. */
  byte[] bytes(FeedTopic topic) {
    Object written = write(topic.format(), feeds.first(topic));
    return written instanceof String xml
        ? xml.getBytes(StandardCharsets.UTF_8)
        : Json.bytes(written);
  }

  /**
   * The value of {@code Link}: the hub and the topic on a first page (WebSub, section 4), and the
   * next page.
   *
   * @return null for a single later page
   */
  String linkHeader(FeedFormat format, OpenFeed feed) {
    String next = feed.next() == null ? null : "<" + feed.next(format) + ">; rel=\"next\"";
    if (feed.cursor() != null) {
      return next;
    }
    String topic = linkHeader(feed.self(format));
    return next == null ? topic : topic + ", " + next;
  }

  /**
   * @param path path of a topic
   */
  String linkHeader(String path) {
    return "<" + links.hub() + ">; rel=\"hub\", <" + links.link(path) + ">; rel=\"self\"";
  }
}
