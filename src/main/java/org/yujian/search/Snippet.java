package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.Block;
import org.yujian.body.Body;

/**
 * Text around the first place in the body, for a list of results.
 *
 * @param blockId block that the text is of, as in highlights and {@code blocks}
 * @param offset Unicode code points of the block's text before {@code text}; subtract it from
 *     {@code start} and {@code end} of a highlight. Above 0 the text begins in the middle
 * @param text up to 100 code points of the block's text, with its LF and TAB
 */
@Schema(name = "Snippet")
public record Snippet(@NotNull String blockId, @NotNull Integer offset, @NotNull String text) {

  private static final int LONGEST = 100;

  /** What a reader needs of it to understand a word. */
  private static final int BEFORE = 20;

  /** Null when no place is in the body. */
  public static Snippet of(Body body, List<Highlight> highlights) {
    for (Highlight place : highlights) {
      for (Block block : body.blocks()) {
        if (block.id().equals(place.blockId())) {
          return around(place, Highlights.text(block));
        }
      }
    }
    return null;
  }

  private static Snippet around(Highlight place, String text) {
    int length = text.codePointCount(0, text.length());
    int latest = Math.max(0, length - LONGEST);
    int from = Math.min(Math.max(0, place.start() - BEFORE), latest);
    int begin = text.offsetByCodePoints(0, from);
    int end = text.offsetByCodePoints(begin, Math.min(LONGEST, length - from));
    return new Snippet(place.blockId(), from, text.substring(begin, end));
  }
}
