package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Result of removing an article from its edition. An edition is never empty: it is deleted with its
 * last article.
 *
 * @param articleId id of the article
 * @param editionId edition that the article was in
 * @param editionDeleted whether it was the last article, so that the edition was deleted with it
 */
@Schema(name = "LeftEdition")
public record MoveResult(
    @NotNull UUID articleId,
    @NotNull String result,
    @NotNull UUID editionId,
    @NotNull Boolean editionDeleted) {}
