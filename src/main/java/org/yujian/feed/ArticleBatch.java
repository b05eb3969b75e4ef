package org.yujian.feed;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Several articles in the order of the request.
 *
 * @param items articles that were found, in the order of the request
 * @param missing articles that were not found, with the reason
 */
@Schema(name = "ArticleBatch")
public record ArticleBatch(@NotNull List<ArticleView> items, @NotNull List<Missing> missing) {

  /**
   * A requested article that cannot be read.
   *
   * @param id id of the article
   * @param status 404 (unknown) or 410 (withdrawn)
   */
  @Schema(name = "MissingArticle")
  public record Missing(@NotNull UUID id, @NotNull Integer status) {}
}
