package org.yujian.editing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.PublishRules;

/**
 * Moves a draft.
 *
 * @param editionId edition of the same account that it moves to
 * @param position new position, from 1; the end when absent
 */
@Schema(name = "MoveArticle")
public record MoveArticle(
    @NotNull UUID editionId,
    @Schema(minimum = "1", maximum = "8") @Min(1) @Max(PublishRules.MAX_ARTICLES)
        Integer position) {}
