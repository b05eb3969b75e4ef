package org.yujian.ingest.healing;

import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * Rule 4a, cut list items and labels: decides whether a line is the rest of the item or label
 * before it, which ends without punctuation.
 */
final class ItemTail {

  /** Maximum number of pieces that the rest of an item was cut into. */
  private static final int MOST_PIECES = 4;

  /** Maximum length of a rest that makes an ordinal line an item. */
  private static final int LONGEST_REST = 20;

  /** Every paragraph is longer. */
  private static final int FEW_WORDS = 3;

  /** An item up to this length has no rest with two clauses. */
  private static final int SHORT_ITEM = 16;

  /** Columns above which an item or label is a sentence. */
  private static final int PROSE = 48;

  /** Every paragraph below a heading is longer. */
  private static final int WORD = 8;

  private static final String ENDS = "。；！？…：，、;!?:,.";

  private ItemTail() {}

  /**
   * @param open the item or label
   * @param unpunctuated whether the items before it end without punctuation, too
   */
  static boolean belongs(
      Passage open, SourceLine line, Ahead ahead, boolean unpunctuated, PageLayout layout) {
    boolean item = open.kind() == Passage.Kind.ITEM;
    if (!item && open.kind() != Passage.Kind.LABEL) {
      return false;
    }
    if (Tear.isInLatin(open.text(), line.text())) {
      return true;
    }
    if (isEnded(open.text())) {
      return false;
    }
    if (isCut(open.text(), line.text()) || isWrapped(open, line.text(), layout)) {
      return true;
    }
    boolean complete =
        item
            ? isComplete(open, line)
            : Label.isCompleteValue(open.text()) || isParagraph(open, line.text());
    return !complete && endsItem(open, line, ahead, unpunctuated);
  }

  /** Whether the line, perhaps with some after it, ends like an item, or the next item follows. */
  private static boolean endsItem(
      Passage open, SourceLine line, Ahead ahead, boolean unpunctuated) {
    boolean item = open.kind() == Passage.Kind.ITEM;
    ItemMarker marker = open.listMarker();
    SourceLine piece = line;
    int length = 0;
    int pieces = item ? MOST_PIECES : 1;
    for (int i = 0; i < pieces && isPlain(piece); i++) {
      SourceLine after = ahead.get(i);
      length += Verse.withoutByline(piece.text()).length();
      if (endsInSemicolon(piece.text())) {
        return true;
      }
      if (marker != null && marker.isFollowedBy(Ahead.markerOf(after))) {
        return true;
      }
      if (Sentence.isEnded(piece.text())) {
        return !unpunctuated && !isParagraph(open, line.text(), length);
      }
      if (i == 0 && item && isBetween(piece.text(), after)) {
        return true;
      }
      piece = after;
    }
    return false;
  }

  /** Whether the last line is as wide as the page or as the next line. */
  private static boolean isWrapped(Passage open, String next, PageLayout layout) {
    String line = open.last().text();
    return layout.isFull(line) || (PageLayout.areWrapped(open.text(), next) && !Opening.isIn(next));
  }

  /** An item that ends in a closing mark (《雪落长堤》), or that a heading follows. */
  private static boolean isComplete(Passage item, SourceLine line) {
    boolean closed = Glyph.isClosing(Glyph.last(item.text()));
    ItemMarker marker = item.listMarker();
    boolean bullet = marker != null && marker.kind().isBullet();
    boolean word = bullet && Glyph.isAtMost(line.text(), FEW_WORDS + 1);
    return (closed || word) && !Sentence.isEnded(line.text()) && !endsInSemicolon(line.text());
  }

  /** Whether the text is a paragraph after a label whose value is not a sentence. */
  private static boolean isParagraph(Passage label, String text) {
    return text.indexOf('，') >= 0 && !Sentence.isIn(label.text()) && !Label.isNote(label.text());
  }

  /** Whether the item is cut here, whatever follows. */
  private static boolean isCut(CharSequence open, String rest) {
    int last = open.length() - 1;
    boolean oneCharacter = last > 1 && open.charAt(last - 1) == '、';
    boolean word =
        (Glyph.isAtMost(rest, LONGEST_REST) || !Opening.isIn(rest))
            && Seam.isInsideHanWord(open, rest);
    boolean prose = PageLayout.columns(Tear.end(open)) > PROSE;
    boolean end = Tear.isBeforeParticle(rest) || (prose && Tear.isBeforeEnd(rest));
    return oneCharacter || word || end || Seam.neverEndsBlock(open);
  }

  /** A few words before a paragraph, which they would be joined to if they were no rest. */
  private static boolean isBetween(String words, SourceLine after) {
    return Glyph.isAtMost(words, LONGEST_REST)
        && words.codePoints().noneMatch(Glyph::isPunctuation)
        && !Opening.isIn(words)
        && isPlain(after)
        && Opening.isIn(after.text());
  }

  /** After the last item of a list, a whole sentence may also be the paragraph after the list. */
  private static boolean isParagraph(Passage open, String text, int length) {
    boolean longer = open.length() <= SHORT_ITEM && length > LONGEST_REST;
    return length > FEW_WORDS && (Opening.isIn(text) || (longer && text.indexOf('，') >= 0));
  }

  /**
   * Whether an ordinal line that looks like a heading is a cut item: its rest and the next item
   * follow and end like items.
   *
   * @param heading whether the line has no punctuation inside
   */
  static boolean isCutItem(ItemMarker marker, Ahead ahead, boolean behindColon, boolean heading) {
    SourceLine rest = ahead.next();
    SourceLine item = ahead.get(1);
    if (marker == null || !isPlain(rest) || !marker.isFollowedBy(Ahead.markerOf(item))) {
      return false;
    }
    if (endsInSemicolon(rest.text())) {
      return true;
    }
    if (Opening.isIn(rest.text()) || rest.text().indexOf('，') >= 0) {
      return false;
    }
    if (!heading && Glyph.isAtMost(rest.text(), WORD) && Sentence.isEnded(rest.text())) {
      return true;
    }
    boolean whole = Shape.ordinalLevel(item.text()) == 0;
    return whole
        && Glyph.isAtMost(rest.text(), LONGEST_REST)
        && (behindColon || Sentence.isEnded(rest.text()));
  }

  /** Whether the line ends inside a word that the next line continues. */
  static boolean isCutWord(String text, Ahead ahead) {
    SourceLine rest = ahead.next();
    return isPlain(rest)
        && (Seam.neverEndsBlock(text)
            || (Glyph.isAtMost(rest.text(), WORD) && Seam.isInsideHanWord(text, rest.text())));
  }

  /** Whether the line is neither an item nor a label nor another line that begins a block. */
  static boolean isPlain(SourceLine line) {
    if (line == null || line.form() != Form.TEXT) {
      return false;
    }
    String text = line.text();
    return ItemMarker.of(text) == null
        && !Shape.isBlockStart(text)
        && !Shape.isLabel(text)
        && !Shape.isRow(text)
        && !Shape.isDate(text)
        && Shape.ordinalLevel(text) == 0
        && !Formula.isClosing(text);
  }

  private static boolean isEnded(CharSequence text) {
    return ENDS.indexOf(Glyph.last(text)) >= 0 || Sentence.isEnded(text);
  }

  private static boolean endsInSemicolon(String text) {
    int last = Glyph.last(text);
    return last == '；' || last == ';';
  }
}
