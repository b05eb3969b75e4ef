package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
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
    @NotNull String field, String blockId, @NotNull Integer start, @NotNull Integer end) {

  /** Whether another place of the same text begins in this one or at its end. */
  boolean isFollowedBy(Highlight other) {
    return field.equals(other.field)
        && Objects.equals(blockId, other.blockId)
        && other.start >= start
        && other.start <= end;
  }

  Highlight upTo(Highlight other) {
    return new Highlight(field, blockId, start, Math.max(end, other.end));
  }
}
