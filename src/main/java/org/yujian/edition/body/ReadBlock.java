package org.yujian.edition.body;

import java.util.List;

/**
 * A block as a document's reader found it, with the lines of the document that its words stand in.
 * The desk keeps the block alone; an import cuts it into its lines again and heals them.
 *
 * @param level of a heading as written, 1–6, which a body shows as 2–4; else 0
 * @param form what else the document says of the block
 * @param starts ascending places in the block's text (its lines joined by LF); a picture without a
 *     caption has one as well
 */
public record ReadBlock(Block block, int level, Form form, List<LineStart> starts) {

  /** What the block alone cannot say. */
  public enum Form {
    PLAIN,
    /** A heading that is a paragraph with a rule right below it. */
    UNDERLINED,
    /** Code: its lines stay as they are. */
    CODE
  }

  /**
   * From here on the words stand in this line of the document.
   *
   * @param at code point of the block's text
   * @param line of the document, from 1
   */
  public record LineStart(int at, int line) {

    LineStart shifted(int by) {
      return new LineStart(at + by, line);
    }
  }

  public ReadBlock {
    starts = List.copyOf(starts);
  }

  /** The first line of the document that the block stands in. */
  public int line() {
    return starts.get(0).line();
  }
}
