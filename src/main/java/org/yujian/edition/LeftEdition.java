package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an article that left its edition. An edition is never empty: the last article
 * takes it along.
 *
 * @param articleId id of the article
 * @param editionId edition that the article was in
 * @param editionDeleted whether it was the last article, so that the edition was deleted with it
 */
@Schema(name = "LeftEdition")
public record LeftEdition(
    @NotNull UUID articleId,
    @NotNull String result,
    @NotNull UUID editionId,
    @NotNull Boolean editionDeleted) {}
