package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import org.yujian.body.Span;
import org.yujian.shared.text.Glyph;

/**
 * A paragraph, item or label of the body while it is joined from blocks of the document. Each block
 * updates the state, so a paragraph of a million blocks costs no more than its text.
 */
final class Passage {

  /** The kind of a passage, which depends on its neighbors. */
  enum Kind {
    PROSE,
    TURN,
    /** A point of an enumeration (一是…): begins a block and continues like prose. */
    POINT,
    LEAD,
    ITEM,
    LABEL,
    DATE,
    SIGNATURE,
    ADDRESSEE,
    /** An ordinal line with punctuation inside, or a set phrase such as 此致 or 特此通知. */
    STANDING,
    CAPTION,
    VERSE,
    ROW,
    QUOTE,
    HEADING,
    PICTURE;

    /** Whether a passage of this kind never continues, however it ends. */
    boolean isClosed() {
      return switch (this) {
        case PROSE, TURN, POINT, ITEM, LABEL, CAPTION -> false;
        default -> true;
      };
    }
  }

  /** A join after fewer characters is never uncertain. */
  private static final int UNCERTAIN_FROM = 100;

  private static final String PAUSES = "，。！？";

  private static final int LONGEST_MARKER = 24;

  private final Kind kind;
  private final SourceLine first;
  private final int level;
  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final List<Join> joins = new ArrayList<>();
  private final Quotation quotation = new Quotation();
  private SourceLine last;
  private int length;
  private int latin;
  private int han;
  private boolean holdsSentenceEnd;
  private boolean lead;

  Passage(Kind kind, SourceLine line, int level) {
    this.kind = kind;
    this.first = line.begin();
    this.level = level;
    append(line);
  }

  private void append(SourceLine line) {
    for (Span span : line.spans()) {
      spans.add(span.shifted(length));
    }
    for (Join join : line.joins()) {
      joins.add(join.shifted(length));
    }
    text.append(line.text());
    length += Glyph.length(line.text());
    quotation.read(line.text());
    line.text().codePoints().forEach(this::count);
    last = line.end();
  }

  private void count(int c) {
    if (Glyph.isLatin(c)) {
      latin++;
    } else if (Glyph.isHan(c)) {
      han++;
    }
    holdsSentenceEnd |= Glyph.isSentenceEnd(c);
  }

  /** Whether the next block continues this passage. */
  boolean goesOnWith(String next) {
    if (kind.isClosed() || lead) {
      return false;
    }
    return isUnfinished(next) || isInsideSentence(next);
  }

  /** Whether prose lacks its full stop, or an item or label ends in a comma. */
  private boolean isUnfinished(String next) {
    if (!isProse()) {
      return endsInPause() || quotation.isOpen();
    }
    if (kind == Kind.POINT && Glyph.last(text) == '；') {
      return false;
    }
    return !Sentence.isEnded(text) && !Sentence.isEndedInAscii(text, latin > han, next);
  }

  /** Whether the text is prose; an item is prose as soon as it contains the end of a sentence. */
  private boolean isProse() {
    return switch (kind) {
      case PROSE, TURN, POINT -> true;
      case ITEM -> holdsSentenceEnd;
      default -> false;
    };
  }

  /** Whether the text ends in a comma, which never ends a block. */
  private boolean endsInPause() {
    int end = Glyph.last(text);
    return end == '，' || end == '、' || end == ',';
  }

  /** Whether the next block begins with a comma, or closes a quotation that is open here. */
  private boolean isInsideSentence(String next) {
    int begin = next.codePointAt(0);
    return Glyph.isNeverFirst(begin)
        || quotation.isClosedBy(begin)
        || (begin == '…' && Glyph.last(text) == '…');
  }

  /** Whether prose continues for certain, even if the next line could be a block. */
  boolean isPlainlyCut() {
    boolean paragraph = length > Shape.SHORT && holdsPause();
    return isUnended() && (paragraph || isCutAtEnd());
  }

  /** Whether prose continues into a line ending in ：, which could be a subheading. */
  boolean isCutBeforeLead(String next) {
    return isUnended()
        && (holdsPause()
            || isCutAtEnd()
            || Shape.isClauseBegun(text)
            || (Opening.BEFORE_LIST.matcher(text).lookingAt() && next.indexOf('，') >= 0)
            || Seam.isInsideHanWord(text, next));
  }

  private boolean holdsPause() {
    return Sentence.holds(text, PAUSES);
  }

  /** Whether the sentence continues, whatever the lines look like. */
  boolean isPlainlyContinuedBy(String next) {
    return isCutAtEnd() || isInsideSentence(next);
  }

  /** Whether the text ends in the middle of a sentence for certain. */
  private boolean isCutAtEnd() {
    return endsInPause() || quotation.isOpen() || Seam.neverEndsBlock(text);
  }

  /** Marks a lead, the line that ends in ： before a list: the next line begins a block. */
  void makeLead() {
    lead = true;
  }

  /** Whether this ends in ： and introduces a list. */
  boolean isLead() {
    return lead || kind == Kind.LEAD;
  }

  /** Appends the next block and records the join, which may be uncertain. */
  void join(SourceLine next, String key) {
    String between = Seam.between(text, next.text());
    boolean uncertain =
        length >= UNCERTAIN_FROM
            && holdsSentenceEnd
            && Seam.canEndBlock(Glyph.last(text))
            && !Seam.isInsideWord(text, next.text());
    joins.add(new Join(0, length, last.lastLine(), next.begin().line(), uncertain, key));
    text.append(between);
    length += between.length();
    append(next);
  }

  String key(SourceLine next) {
    return Seam.key(last.text(), next.begin().text());
  }

  /** Removes the byline, the white space before it and the joins inside it. */
  void cutAt(int end) {
    int to = end;
    while (to > 0 && Glyph.isTrimmed(text.charAt(to - 1))) {
      to--;
    }
    text.setLength(to);
    length = Glyph.length(text);
    joins.removeIf(join -> join.offset() >= length);
    List<Span> kept =
        spans.stream().map(span -> span.within(0, length)).filter(span -> span != null).toList();
    spans.clear();
    spans.addAll(kept);
  }

  boolean isShort() {
    return length <= Shape.SHORT && !holdsPause();
  }

  boolean isQuoting() {
    return quotation.isOpen();
  }

  /** Whether this is prose without the end of a sentence. */
  boolean isUnended() {
    return kind == Kind.PROSE && !Sentence.isEnded(text);
  }

  boolean isEnded() {
    return Sentence.isEnded(text);
  }

  Kind kind() {
    return kind;
  }

  SourceLine first() {
    return first;
  }

  SourceLine last() {
    return last;
  }

  int level() {
    return level;
  }

  CharSequence text() {
    return text;
  }

  int length() {
    return length;
  }

  List<Span> spans() {
    return spans;
  }

  List<Join> joins() {
    return joins;
  }

  /** The marker of the list item, also of one after a label (附件：1. 甲). */
  ItemMarker listMarker() {
    return kind == Kind.LABEL
        ? Label.markerOfValue(text.substring(0, Math.min(text.length(), 2 * LONGEST_MARKER)))
        : marker();
  }

  ItemMarker marker() {
    return ItemMarker.of(text.substring(0, Math.min(text.length(), LONGEST_MARKER)));
  }
}
