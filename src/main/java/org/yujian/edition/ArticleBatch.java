package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several articles at once, in the order asked. */
@Schema(name = "ArticleBatch")
public record ArticleBatch(@NotNull List<ArticleView> items, @NotNull List<Missing> missing) {

  /**
   * One that is not among the items.
   *
   * @param status 404 unknown, 410 withdrawn
   */
  @Schema(name = "MissingArticle")
  public record Missing(@NotNull UUID id, @NotNull Integer status) {}
}
