package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where what was searched stands. */
@Schema(name = "Highlight")
public record Highlight(
    @Schema(
            description =
                "`title`, `kicker`, `subtitle`, `digest`, `source`, `author`, `body`, and `account`"
                    + " where one of several terms is in the name of the article's account; of an"
                    + " account or a tag `name`, `handle`, `intro`, `slug`; of a suggestion `text`")
        @NotNull
        String field,
    @Schema(description = "Of `body`: the block, as `body=blocks` names it") String blockId,
    @Schema(
            description =
                "Unicode code points before it, not UTF-16 units: in the field, or in the block's"
                    + " `text`; where it has none, in its lines joined by LF (the items of a list,"
                    + " the rows of a table with their cells joined by TAB)")
        @NotNull
        Integer start,
    @Schema(description = "Code points up to its end: the first that is not part of it") @NotNull
        Integer end) {}
