package org.yujian.body;

import java.util.ArrayList;
import java.util.List;
import org.yujian.body.MarkedWords.Text;
import org.yujian.body.ReadBlock.Form;
import org.yujian.body.ReadBlock.LineStart;
import org.yujian.media.Picture;

/**
 * Builds the {@link Reading} of a document that is not HTML, for readers of other formats. They
 * append the words of a block with their marks and then end it as what it is. White space inside a
 * line is kept; empty blocks are left out.
 */
public final class BlockBuilder {

  private static final int LONGEST_ALT = 500;

  private final Drops drops = new Drops();
  private final MarkedWords words = new MarkedWords();
  private final ListItems items = new ListItems();
  private final TableRows rows = new TableRows(words, drops);
  private final List<ReadBlock> blocks = new ArrayList<>();

  /** Sets the line of the document, from 1, for the words and losses that follow. */
  public void line(int number) {
    words.line(number);
  }

  /**
   * @param href address of a link; null outside one
   */
  public void append(String text, boolean strong, boolean em, String href) {
    words.appendKept(text, words.mark(strong, em, href));
  }

  public void lineBreak() {
    words.lineBreak();
  }

  /** Ends a paragraph inside the current one; in a block without paragraphs a line. */
  public void paragraphBreak() {
    words.paragraphBreak();
  }

  public void endParagraph() {
    endParagraph(Form.PLAIN);
  }

  /** Ends a paragraph of a text box, which interrupts the paragraph before it. */
  public void endBox() {
    endParagraph(Form.BOX);
  }

  private void endParagraph(Form form) {
    for (Text text : words.takeParagraphs()) {
      add(Block.paragraph(text.text(), text.spans()), 0, form, text);
    }
  }

  /**
   * @param level 1–6, or 0 for the title of the whole document
   */
  public void endHeading(int level) {
    Text text = words.takeLine();
    add(Block.heading(level, text.text(), text.spans()), level, text);
  }

  public void endQuote() {
    Text text = words.takeLines();
    add(Block.quote(text.text(), text.spans()), 0, text);
  }

  /** Ends a caption; a picture above it is not known here. */
  public void endCaption() {
    Text text = words.takeLine();
    add(Block.figure(null, text.text(), text.spans()), 0, text);
  }

  /** Adds a picture on the current line; its caption follows as a block, if it has one. */
  public void picture(Picture picture) {
    MarkedWords alt = new MarkedWords();
    alt.append(picture.alt() == null ? "" : picture.alt(), 0, false);
    String line = alt.takeLine().text();
    int length = Math.min(LONGEST_ALT, line.codePointCount(0, line.length()));
    String shortened = line.substring(0, line.offsetByCodePoints(0, length)).strip();
    Picture shown = Picture.at(picture.url(), shortened.isEmpty() ? null : shortened);
    blocks.add(
        new ReadBlock(
            Block.figure(shown, null, null),
            0,
            Form.PLAIN,
            List.of(new LineStart(0, words.line()))));
  }

  private void add(Block block, int level, Text text) {
    add(block, level, Form.PLAIN, text);
  }

  private void add(Block block, int level, Form form, Text text) {
    if (!text.isEmpty()) {
      blocks.add(new ReadBlock(block, level, form, text.starts()));
    }
  }

  /** Begins an item; its words follow. {@code marker} is its marker as written. */
  public void item(String marker) {
    items.next(marker);
    items.take(words, true);
  }

  /** Ends the list of the items since the last block. */
  public void endList() {
    items.take(words, false);
    items.end(-1).ifPresent(blocks::add);
  }

  /**
   * Ends a cell.
   *
   * @param rows number of rows that it covers
   * @param columns number of columns that it covers
   */
  public void endCell(boolean header, int rows, int columns) {
    this.rows.endCell(header, covered(rows), covered(columns));
  }

  private static Integer covered(int several) {
    return Math.max(1, Math.min(Cell.WIDEST, several));
  }

  public void endRow() {
    rows.endRow();
  }

  public void endTable() {
    rows.end().ifPresent(blocks::add);
  }

  /** Notes words or an address that the blocks do not contain; see {@link Loss}. */
  public void lose(String what, int line, String lost, String address) {
    drops.lose(what, line, lost, address);
  }

  /** The blocks so far, in order; the list may be changed. */
  public List<ReadBlock> blocks() {
    return blocks;
  }

  public Reading end() {
    return new Reading(blocks, drops.list(), drops.losses(), null);
  }
}
