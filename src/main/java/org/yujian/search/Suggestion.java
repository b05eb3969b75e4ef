package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that what was typed may become. */
@Schema(name = "Suggestion")
public record Suggestion(
    @Schema(description = "As readers see it; a `term` is what to search for") @NotNull String text,
    @Schema(description = "`account`, `tag`, `term`") @NotNull String type,
    @Schema(description = "Of an account") UUID accountId,
    @Schema(description = "Of a tag") String slug,
    @Schema(
            description =
                "The part that was typed, of the field `text`; left out when there is none")
        List<Highlight> highlights) {}
