package org.yujian.feed;

import java.util.List;
import org.yujian.account.AccountView;
import org.yujian.shared.html.PageLanguage;
import org.yujian.tag.TagView;

/**
 * An article with everything that its web page shows; {@code followPath} may be null.
 *
 * @param preview true for a draft that only holders of a link can see
 */
public record SharedArticle(
    ArticleView article,
    AccountView account,
    String followPath,
    List<TagView> tags,
    boolean preview) {

  private static final int SECONDS = 60;
  private static final int PREVIEW_PIXELS = 1080;

  public String path() {
    return "/a/" + article.summary().id();
  }

  /** Parts of the title between spaces, at which the page prefers to break lines. */
  public List<String> titleParts() {
    return List.of(article.summary().title().split("[ \u3000]+"));
  }

  /** Text for link previews: the digest or the subtitle; null without both. */
  public String description() {
    return article.summary().frontMatter().digest() == null
        ? article.summary().subtitle()
        : article.summary().frontMatter().digest();
  }

  public String language() {
    return PageLanguage.ofText(article.summary().title());
  }

  public String accountLanguage() {
    return PageLanguage.ofText(account.name());
  }

  /** Path of the cover for link previews; null if the cover is on another server or missing. */
  public String picture() {
    String url =
        article.summary().frontMatter().cover() == null
            ? null
            : article.summary().frontMatter().cover().at(PREVIEW_PIXELS);
    return url == null || !url.startsWith("/") ? null : url;
  }

  public int readMinutes() {
    return Math.max(1, Math.round((float) article.summary().readSeconds() / SECONDS));
  }

  public boolean corrected() {
    return !article.corrections().isEmpty();
  }
}
