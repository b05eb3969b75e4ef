package org.yujian.syndication;

import org.yujian.media.Picture;

/** Widths of pictures in feeds, in pixels, and their Media RSS element. */
final class FeedPictures {

  static final int SMALL = 192;
  static final int LARGE = 1080;

  private FeedPictures() {}

  static void media(XmlText xml, FeedLinks links, Picture cover) {
    xml.start(
            "media:content",
            "url",
            links.picture(cover, LARGE),
            "type",
            links.type(cover),
            "medium",
            "image")
        .element("media:description", cover.alt(), "type", "plain")
        .end();
  }
}
