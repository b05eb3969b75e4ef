package org.yujian.body;

import java.util.List;

/**
 * A block as read from a document, with line numbers. The desk keeps only the block; an import
 * splits it into its lines and repairs them.
 *
 * @param level level of a heading as written, 1–6, which a body limits to 2–4; 0 for other blocks
 * @param form form of the block in the document
 * @param starts ascending positions in the block's text (its lines joined by LF); a picture without
 *     a caption has one too
 */
public record ReadBlock(Block block, int level, Form form, List<LineStart> starts) {

  /** Form of a block in the document that the block itself cannot express. */
  public enum Form {
    PLAIN,
    /** Heading written as a paragraph with a rule right below it. */
    UNDERLINED,
    /** Text of a box beside the paragraph before it. */
    BOX,
    /** Code, whose lines must not be changed. */
    CODE
  }

  /** The code point index from which the words are in this line of the document, from 1. */
  public record LineStart(int at, int line) {

    LineStart shifted(int by) {
      return new LineStart(at + by, line);
    }
  }

  public ReadBlock {
    starts = List.copyOf(starts);
  }

  /** Directly below a title it says that the heading which follows is not the subtitle. */
  public static ReadBlock emptySubtitle(int line) {
    Block heading = Block.heading(2, "", List.of());
    return new ReadBlock(heading, 2, Form.PLAIN, List.of(new LineStart(0, line)));
  }

  public int line() {
    return starts.get(0).line();
  }
}
