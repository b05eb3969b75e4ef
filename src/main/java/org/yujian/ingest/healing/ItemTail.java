package org.yujian.ingest.healing;

import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/** Finds the rest of a list item: the line that is the second half of a cut item or label. */
final class ItemTail {

  /** Maximum number of pieces that the rest of an item was cut into. */
  private static final int MOST_PIECES = 4;

  /** Maximum length of the rest of an ordinal line that is a cut item. */
  private static final int LONGEST_REST = 20;

  /** Up to this length a line is no paragraph. */
  private static final int FEW_WORDS = 3;

  /** Maximum length of an item whose rest has no comma. */
  private static final int SHORT_ITEM = 16;

  /** Columns above which an item or label is a sentence. */
  private static final int PROSE = 48;

  /** Up to this length the line below a heading is no paragraph. */
  private static final int WORD = 8;

  private static final String ENDS = "。；！？…：，、;!?:,.";

  private ItemTail() {}

  /** Whether the line continues {@code open}; {@code unpunctuated}: so end the items before. */
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

  /** Whether the next lines end like an item, or the next item follows them. */
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

  /** Whether the last line was wrapped: as wide as the page or as the next line. */
  private static boolean isWrapped(Passage open, String next, PageLayout layout) {
    String line = open.last().text();
    return layout.isFull(line) || (PageLayout.areWrapped(open.text(), next) && !Opening.isIn(next));
  }

  /** Whether the item needs no rest: ends in a closing mark, or is a bullet before a word. */
  private static boolean isComplete(Passage item, SourceLine line) {
    boolean closed = Glyph.isClosing(Glyph.last(item.text()));
    ItemMarker marker = item.listMarker();
    boolean bullet = marker != null && marker.kind().isBullet();
    boolean word = bullet && Glyph.isAtMost(line.text(), FEW_WORDS + 1);
    return (closed || word) && !Sentence.isEnded(line.text()) && !endsInSemicolon(line.text());
  }

  /** Whether the text is a paragraph after the label, whose value is no sentence. */
  private static boolean isParagraph(Passage label, String text) {
    return text.indexOf('，') >= 0 && !Sentence.isIn(label.text()) && !Label.isNote(label.text());
  }

  /** Whether the text shows a cut, such as inside a word, whatever lines follow. */
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

  /** Whether these few words before a paragraph can only be the second half of the item. */
  private static boolean isBetween(String words, SourceLine after) {
    return Glyph.isAtMost(words, LONGEST_REST)
        && words.codePoints().noneMatch(Glyph::isPunctuation)
        && !Opening.isIn(words)
        && isPlain(after)
        && Opening.isIn(after.text());
  }

  /** Whether the line may be the paragraph after the list, not the rest of its last item. */
  private static boolean isParagraph(Passage open, String text, int length) {
    boolean longer = open.length() <= SHORT_ITEM && length > LONGEST_REST;
    return length > FEW_WORDS && (Opening.isIn(text) || (longer && text.indexOf('，') >= 0));
  }

  /**
   * Whether an ordinal line that looks like a heading is a cut item: its rest and the next item
   * follow. {@code heading}: the line has no punctuation inside.
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

  /** Whether the line begins no block: no item, label, row, date or heading. */
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
