package org.yujian.edition;

import java.util.List;
import org.yujian.account.AccountView;
import org.yujian.shared.html.PageLanguage;
import org.yujian.tag.TagView;

/**
 * An article with what its page for people shows beside it.
 *
 * @param followPath of the account's landing page; null when it has none
 * @param preview whether it is a draft that only the holder of a link sees
 */
record SharedArticle(
    ArticleView article,
    AccountView account,
    String followPath,
    List<TagView> tags,
    boolean preview) {

  private static final int SECONDS = 60;
  private static final int PREVIEW_PIXELS = 1080;

  public String path() {
    return "/a/" + article.id();
  }

  /** Titles often have two halves; lines break between them rather than within. */
  public List<String> titleParts() {
    return List.of(article.title().split("[ \u3000]+"));
  }

  /** For previews: the digest, else the subtitle; null without both. */
  public String description() {
    return article.digest() == null ? article.subtitle() : article.digest();
  }

  /** For {@code lang}; empty when nobody knows. */
  public String language() {
    return PageLanguage.ofText(article.title());
  }

  public String accountLanguage() {
    return PageLanguage.ofText(account.name());
  }

  /** The cover's path for previews; null without a cover on this server. */
  public String picture() {
    String url = article.cover() == null ? null : article.cover().at(PREVIEW_PIXELS);
    return url == null || !url.startsWith("/") ? null : url;
  }

  public int readMinutes() {
    return Math.max(1, Math.round((float) article.readSeconds() / SECONDS));
  }

  public boolean corrected() {
    return !article.corrections().isEmpty();
  }
}
