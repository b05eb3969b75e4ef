package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place where a search term was found.
 *
 * @param blockId block that it lies in, as in {@code blocks}; only for the field {@code body}
 * @param start Unicode code points (not UTF-16 units) before it: in the field, or in the {@code
 *     text} of the block; in a block without text, in its lines joined by LF (items of a list, rows
 *     of a table with their cells joined by TAB)
 * @param end Unicode code points up to its end: the first that is not part of it
 */
@Schema(name = "SearchHighlight")
public record Highlight(
    @NotNull String field, String blockId, @NotNull Integer start, @NotNull Integer end) {}
