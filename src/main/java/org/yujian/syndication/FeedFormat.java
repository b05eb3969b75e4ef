package org.yujian.syndication;

import java.util.Locale;

/** Format of a feed, chosen by the ending of its address. */
enum FeedFormat {
  JSON("application/feed+json"),
  ATOM("application/atom+xml"),
  RSS("application/rss+xml");

  private final String mediaType;

  FeedFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** Path of a feed in this format. */
  String path(String feed) {
    return feed + "." + name().toLowerCase(Locale.ROOT);
  }

  /** Throws {@link IllegalArgumentException} if no format has the ending. */
  static FeedFormat of(String ending) {
    return valueOf(ending.toUpperCase(Locale.ROOT));
  }
}
