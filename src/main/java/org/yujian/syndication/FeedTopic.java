package org.yujian.syndication;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first page of a feed in one format, which is a topic of the WebSub hub.
 *
 * @param name handle of the account or slug of the tag; null for all articles
 */
record FeedTopic(Kind kind, String name, FeedFormat format) {

  /** What the feed is of. */
  enum Kind {
    ALL("/feeds/all"),
    ACCOUNT("/feeds/accounts/"),
    TAG("/feeds/tags/");

    private final String path;

    Kind(String path) {
      this.path = path;
    }
  }

  private static final Pattern PATH =
      Pattern.compile("/feeds/(?:all|(accounts|tags)/([a-z0-9][a-z0-9-]{0,62}))\\.(json|atom|rss)");

  static Optional<FeedTopic> parse(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Kind kind = Kind.ALL;
    if (parts.group(1) != null) {
      kind = parts.group(1).equals("tags") ? Kind.TAG : Kind.ACCOUNT;
    }
    return Optional.of(new FeedTopic(kind, parts.group(2), FeedFormat.of(parts.group(3))));
  }

  String path() {
    return format.path(kind.path + (name == null ? "" : name));
  }
}
