package org.yujian.edition;

import java.util.ArrayList;
import java.util.List;
import org.yujian.body.FrontMatter;
import org.yujian.shared.page.FeedOrder;
import org.yujian.shared.problem.FieldError;

/** Checks whether drafts may be published. Errors have the codes of the findings of imports. */
public final class PublishRules {

  public static final int MAX_TITLE = 64;
  public static final int MAX_SUBTITLE = 64;
  public static final int MAX_BODY = 200_000;

  public static final int MAX_ARTICLES = FeedOrder.POSITIONS;

  private PublishRules() {}

  /** Throws 422 with all violations; each one has the article's index in the edition. */
  static void check(List<ArticleDraft> drafts) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      check(drafts.get(i), "/articles/" + i, errors);
    }
    if (!errors.isEmpty()) {
      throw ArticleProblems.notPublishable(errors);
    }
  }

  private static void check(ArticleDraft draft, String at, List<FieldError> errors) {
    FrontMatter front = draft.frontMatter();
    if (front.title() == null || front.title().isBlank()) {
      errors.add(FieldError.at(at + "/title", "article.no-title"));
    } else if (length(front.title()) > MAX_TITLE) {
      errors.add(FieldError.at(at + "/title", "title.too-long", MAX_TITLE));
    }
    if (front.subtitle() != null && length(front.subtitle()) > MAX_SUBTITLE) {
      errors.add(FieldError.at(at + "/subtitle", "subtitle.too-long", MAX_SUBTITLE));
    }
    if (draft.characters > MAX_BODY) {
      errors.add(FieldError.at(at + "/body", "body.too-long", MAX_BODY));
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
