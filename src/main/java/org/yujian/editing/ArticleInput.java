package org.yujian.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yujian.body.Cleaned;
import org.yujian.edition.ArticleSettings;
import org.yujian.shared.json.MergePatch;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.Edits;

/** Input of an editor, parsed before a transaction begins; a null body means no change. */
record ArticleInput(UnaryOperator<ArticleSettings> settings, Cleaned body) {

  private static final List<String> FORMS = List.of("html", "markdown", "blocks");

  /** Input for a new article; {@code at} is its JSON pointer in the request. */
  static ArticleInput of(ArticleSettings settings, String at) {
    return new ArticleInput(none -> settings.withoutBody(), settings.body().read(at));
  }

  /**
   * Input from a JSON merge patch, validated by the patch's own fields. A form of the body that is
   * null in the patch empties the body.
   */
  static ArticleInput of(JsonNode patch, Edits edits) {
    ArticleSettings given = edits.of(patch, ArticleSettings.class).apply(ArticleSettings.empty());
    boolean body = FORMS.stream().anyMatch(patch::has);
    ObjectNode rest = ((ObjectNode) patch).deepCopy().without(FORMS);
    return new ArticleInput(current -> merged(current, rest), body ? given.body().read("") : null);
  }

  private static ArticleSettings merged(ArticleSettings current, JsonNode patch) {
    try {
      return MergePatch.apply(current, patch, ArticleSettings.class);
    } catch (IOException misfit) {
      throw ProblemCode.INVALID_BODY.problem().causedBy(misfit);
    }
  }
}
