package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import org.yujian.body.Span;
import org.yujian.shared.text.Glyph;

/**
 * One line of the body while it is joined from blocks of the document. The state that rules 4 and 8
 * need is updated with each piece, so that a paragraph of a million pieces costs no more than its
 * text.
 */
final class Passage {

  /** The kind of a block, considering its neighbors (rules 4 and 4a). */
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

    /** Never continues, however it ends. */
    boolean isClosed() {
      return switch (this) {
        case PROSE, TURN, POINT, ITEM, LABEL, CAPTION -> false;
        default -> true;
      };
    }
  }

  /** Rule 8: a shorter left part is certainly cut. */
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

  /** Rule 4: whether the next block continues this passage. */
  boolean goesOnWith(String next) {
    if (kind.isClosed() || lead) {
      return false;
    }
    return isUnfinished(next) || isInsideSentence(next);
  }

  private boolean isUnfinished(String next) {
    if (!isProse()) {
      return endsInPause() || quotation.isOpen();
    }
    if (kind == Kind.POINT && Glyph.last(text) == '；') {
      return false;
    }
    return !Sentence.isEnded(text) && !Sentence.isEndedInAscii(text, latin > han, next);
  }

  /** An item with a sentence end is prose after its marker. */
  private boolean isProse() {
    return switch (kind) {
      case PROSE, TURN, POINT -> true;
      case ITEM -> holdsSentenceEnd;
      default -> false;
    };
  }

  /** Rule 4a, last sentence: these marks never end a block. */
  private boolean endsInPause() {
    int end = Glyph.last(text);
    return end == '，' || end == '、' || end == ',';
  }

  /** No block begins with a comma, or closes a quotation that the one before opened. */
  private boolean isInsideSentence(String next) {
    int begin = next.codePointAt(0);
    return Glyph.isNeverFirst(begin)
        || quotation.isClosedBy(begin)
        || (begin == '…' && Glyph.last(text) == '…');
  }

  /** Prose that certainly continues, although the next line could be a separate block. */
  boolean isPlainlyCut() {
    boolean paragraph = length > Shape.SHORT && holdsPause();
    return isUnended() && (paragraph || isCutAtEnd());
  }

  /** Prose that continues into a line ending in ：, unlike a subheading. */
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

  /** The sentence continues, whatever the lines look like. */
  boolean isPlainlyContinuedBy(String next) {
    return isCutAtEnd() || isInsideSentence(next);
  }

  private boolean isCutAtEnd() {
    return endsInPause() || quotation.isOpen() || Seam.neverEndsBlock(text);
  }

  /** Ends in ： before a list, so the next line begins a block. */
  void makeLead() {
    lead = true;
  }

  boolean isLead() {
    return lead || kind == Kind.LEAD;
  }

  /** Rules 5 and 8: appends the next block and records the join. */
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

  /** Rule 6: removes the byline, the white space before it and the joins inside it. */
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

  /** The marker of the list that this belongs to, also after a label (附件：1. 甲). */
  ItemMarker listMarker() {
    return kind == Kind.LABEL
        ? Label.markerOfValue(text.substring(0, Math.min(text.length(), 2 * LONGEST_MARKER)))
        : marker();
  }

  ItemMarker marker() {
    return ItemMarker.of(text.substring(0, Math.min(text.length(), LONGEST_MARKER)));
  }
}
