package org.yujian.edition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Moves a draft.
 *
 * @param editionId edition of the same account that it moves to
 * @param position new place, from 1; the end when absent
 */
@Schema(name = "MoveArticle")
public record MoveArticle(
    @NotNull UUID editionId,
    @Schema(minimum = "1", maximum = "8") @Min(1) @Max(PublishRules.MAX_ARTICLES)
        Integer position) {}
