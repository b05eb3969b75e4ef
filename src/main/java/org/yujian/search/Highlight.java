package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where what was searched stands.
 *
 * @param start in Unicode code points of the field, or of the block's lines joined by LF
 * @param end exclusive
 */
@Schema(name = "Highlight")
public record Highlight(
    @Schema(
            description =
                "`title`, `kicker`, `subtitle`, `digest`, `source`, `author`, `body`; of an account"
                    + " or a tag `name`, `handle`, `intro`, `slug`; of a suggestion `text`")
        @NotNull
        String field,
    @Schema(description = "Of `body`: the block, as `body=blocks` names it") String blockId,
    @NotNull Integer start,
    @NotNull Integer end) {}
