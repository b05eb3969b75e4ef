package org.yujian.edition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yujian.edition.body.Cleaned;
import org.yujian.shared.json.MergePatch;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.Edits;

/**
 * What an editor wrote, read and cleaned before any transaction begins.
 *
 * @param settings from what they are now; the body is apart
 * @param body null: it stays
 */
record WrittenArticle(UnaryOperator<ArticleSettings> settings, Cleaned body) {

  private static final List<String> FORMS = List.of("html", "markdown", "blocks");

  /**
   * A new article.
   *
   * @param at JSON pointer of it in the request
   */
  static WrittenArticle of(ArticleSettings settings, String at) {
    return new WrittenArticle(none -> settings.withoutBody(), settings.body().read(at));
  }

  /** A merge patch; null for a form of the body empties it. Only what the patch gives is judged. */
  static WrittenArticle of(JsonNode patch, Edits edits) {
    ArticleSettings given = edits.of(patch, ArticleSettings.class).apply(ArticleSettings.empty());
    boolean body = FORMS.stream().anyMatch(patch::has);
    ObjectNode rest = ((ObjectNode) patch).deepCopy().without(FORMS);
    return new WrittenArticle(
        current -> merged(current, rest), body ? given.body().read("") : null);
  }

  private static ArticleSettings merged(ArticleSettings current, JsonNode patch) {
    try {
      return MergePatch.apply(current, patch, ArticleSettings.class);
    } catch (IOException misfit) {
      throw ProblemCode.INVALID_BODY.problem().causedBy(misfit);
    }
  }
}
