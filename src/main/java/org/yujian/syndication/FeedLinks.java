package org.yujian.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.media.Picture;
import org.yujian.shared.web.PublicUrl;

/**
 * Links in feeds: absolute if {@code yujian.public-url} is set, because readers show entries far
 * from their server; otherwise path-absolute.
 */
@ApplicationScoped
class FeedLinks {

  /** Path of the WebSub hub. */
  static final String HUB = "/feeds/hub";

  /** Attributes as bodies are derived: quotation marks in texts are escaped, so text never fits. */
  private static final Pattern LINK = Pattern.compile("( (?:src|href)=\")(/(?!/)[^\"]*\")");

  private static final Pattern CANDIDATES = Pattern.compile(" srcset=\"[^\"]*\"");
  private static final Pattern CANDIDATE = Pattern.compile("(\"|, )(/(?!/))");

  /** Empty where no public address is set. */
  private final String base;

  @Inject
  FeedLinks(PublicUrl site) {
    this(site.link(""));
  }

  FeedLinks(String base) {
    this.base = base;
  }

  String link(String path) {
    return base + path;
  }

  String hub() {
    return link(HUB);
  }

  /** Address of a picture at about this width; null without a picture. */
  String picture(Picture picture, int pixels) {
    String url = picture == null ? null : picture.at(pixels);
    return url != null && isOurs(url) ? link(url) : url;
  }

  /** Media type of a picture address by its ending; null for pictures of other servers. */
  String type(Picture picture) {
    return picture != null && isOurs(picture.url()) ? "image/jpeg" : null;
  }

  /** Makes the links and picture addresses of a body absolute. */
  String absolute(String html) {
    String start = "$1" + Matcher.quoteReplacement(base) + "$2";
    String linked = LINK.matcher(html).replaceAll(start);
    return CANDIDATES
        .matcher(linked)
        .replaceAll(
            set -> Matcher.quoteReplacement(CANDIDATE.matcher(set.group()).replaceAll(start)));
  }

  private static boolean isOurs(String url) {
    return url.startsWith("/") && !url.startsWith("//");
  }
}
