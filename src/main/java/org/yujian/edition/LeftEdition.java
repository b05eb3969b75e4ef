package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an edition that an article left: an edition never stands empty, so the last one
 * takes it along.
 *
 * @param result {@code deleted}, {@code discarded} (the draft of what is live) or {@code moved}
 * @param editionId where it stood
 * @param editionDeleted true when it was the last one
 */
@Schema(name = "LeftEdition")
public record LeftEdition(
    @NotNull UUID articleId,
    @Schema(description = "`deleted`, `discarded` or `moved`") @NotNull String result,
    @NotNull UUID editionId,
    @NotNull Boolean editionDeleted) {}
