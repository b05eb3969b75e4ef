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

  public String path() {
    return "/a/" + article.summary().id();
  }

  /** Path for link previews; null for a preview, which nobody else may see. */
  public String sharedPath() {
    return preview ? null : path();
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

  /** Path of the cover for link previews; null for a preview, which nobody else may see. */
  public String picture() {
    return preview ? null : article.summary().cardPicture();
  }

  public int readMinutes() {
    return Math.max(1, Math.round((float) article.summary().readSeconds() / SECONDS));
  }

  public boolean corrected() {
    return !article.corrections().isEmpty();
  }
}
