package org.yujian.edition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a draft goes.
 *
 * @param editionId of the same account
 * @param position from 1; without it the end
 */
@Schema(name = "MoveArticle")
public record MoveArticle(
    @NotNull UUID editionId,
    @Schema(minimum = "1", maximum = "8") @Min(1) @Max(PublishRules.MAX_ARTICLES)
        Integer position) {}
