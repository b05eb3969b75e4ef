package org.yujian.ingest.healing;

import java.util.List;
import org.yujian.ingest.healing.Passage.Kind;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/** Classifies a line by its text, the passage (paragraph) before it and the lines after it. */
final class LineKinds {

  /** Characters before the second number of an enumeration that was cut: 第一、 | 二、三小组. */
  private static final String BEFORE_NUMBER = "第、，及和与與或至到";

  /** Maximum length of a line without punctuation that may begin a list of labels. */
  private static final int SHORTEST = 12;

  /** Columns above which a line is a sentence, not a heading. */
  private static final int LONG = 36;

  /** The kind of a line; {@code level} is above 0 only for headings. */
  record Look(Kind kind, int level) {}

  private final Turns turns;
  private final Signatures signatures;
  private final ListMemory lists;
  private final PageLayout layout;

  LineKinds(List<SourceLine> lines, ListMemory lists, PageLayout layout) {
    this.layout = layout;
    this.turns = new Turns(lines);
    this.signatures = new Signatures(lines);
    this.lists = lists;
  }

  /** {@code current} is the passage before the line, captions skipped; null at the beginning. */
  Look of(SourceLine line, Passage current, Ahead ahead) {
    return switch (line.form()) {
      case HEADING -> new Look(Kind.HEADING, line.level());
      case VERSE -> new Look(Kind.VERSE, 0);
      case ITEM -> new Look(Kind.ITEM, 0);
      case QUOTE -> new Look(Kind.QUOTE, 0);
      case ROW -> new Look(Kind.ROW, 0);
      case CAPTION -> new Look(Kind.CAPTION, 0);
      default -> byLook(line, current, ahead);
    };
  }

  private Look byLook(SourceLine line, Passage current, Ahead ahead) {
    String text = line.text();
    // A cell of a row cannot keep a link.
    if (line.spans().isEmpty() && Shape.isRow(text)) {
      return new Look(Kind.ROW, 0);
    }
    if (Shape.isCaption(text) || isBelowPicture(text, current, ahead)) {
      return new Look(Kind.CAPTION, 0);
    }
    Look ordinal = ofOrdinal(text, current, ahead);
    return ordinal != null ? ordinal : new Look(ofText(line, current, ahead), 0);
  }

  /** Whether the line is a caption: a few words below a picture that interrupts a sentence. */
  private static boolean isBelowPicture(String text, Passage current, Ahead ahead) {
    SourceLine rest = ahead.next();
    if (!ahead.isBelowPicture() || current == null || rest == null || !isCaptionLike(text)) {
      return false;
    }
    CharSequence before = Tear.end(current.text());
    return !current.kind().isClosed()
        && !current.isEnded()
        && !current.isQuoting()
        && PageLayout.columns(before) > LONG
        && ItemTail.isPlain(rest)
        && (Sentence.isIn(rest.text()) || rest.text().indexOf('，') >= 0)
        && !Tear.isBetween(before, text)
        && (Tear.isBetween(before, rest.text()) || !Tear.isBetween(text, rest.text()));
  }

  /** Whether the text may be a caption: short, no sentence, item, heading or date. */
  private static boolean isCaptionLike(String text) {
    return Glyph.isAtMost(text, Shape.SHORT)
        && text.chars().noneMatch(c -> "，。；：！？、…".indexOf(c) >= 0)
        && ItemMarker.of(text) == null
        && Shape.ordinalLevel(text) == 0
        && !Shape.isDate(text)
        && !Seam.neverEndsBlock(text);
  }

  /** Null if the line is not ordinal, is a plain item, or continues a sentence. */
  private Look ofOrdinal(String text, Passage current, Ahead ahead) {
    int level = Shape.ordinalLevel(text);
    if (level == 0) {
      return null;
    }
    boolean heading = Shape.headingLevel(text) > 0;
    ItemMarker marker = ItemMarker.of(text);
    if (marker != null) {
      boolean behindItem =
          current != null
              && current.kind() != Kind.HEADING
              && current.kind() != Kind.STANDING
              && marker.isSameKind(current.listMarker());
      boolean beforeItem = marker.isSameKind(Ahead.markerOf(ahead.next()));
      boolean cut = isCutEnumeration(text, marker, current) || ItemTail.isCutWord(text, ahead);
      if (behindItem || beforeItem || cut) {
        return null;
      }
      boolean behindColon = current != null && Shape.endsInColon(current.text());
      if (isWrapped(text, ahead) || ItemTail.isCutItem(marker, ahead, behindColon, heading)) {
        return new Look(Kind.ITEM, 0);
      }
    }
    return new Look(heading ? Kind.HEADING : Kind.STANDING, heading ? level : 0);
  }

  private boolean isWrapped(String text, Ahead ahead) {
    return layout.isFull(text) && ItemTail.isPlain(ahead.next());
  }

  private Kind ofText(SourceLine line, Passage current, Ahead ahead) {
    String text = line.text();
    ItemMarker marker = ItemMarker.of(text);
    if (marker != null) {
      return isItem(text, marker, current, ahead) ? Kind.ITEM : Kind.PROSE;
    }
    if (Shape.isDate(text)) {
      return Kind.DATE;
    }
    if (stands(text, current) || isNumberAlone(text, current, ahead)) {
      return Kind.STANDING;
    }
    if (turns.isTurn(text)) {
      return Kind.TURN;
    }
    if (Shape.isLabel(text)) {
      boolean rest = current != null && current.isPlainlyCut() && Label.isPerhapsProse(text);
      return rest ? Kind.PROSE : Kind.LABEL;
    }
    if (isSignature(line, current, ahead)) {
      return Kind.SIGNATURE;
    }
    boolean greeting =
        Formula.isGreeting(text) && (current == null || !current.isUnended() || current.isShort());
    if (greeting || (current == null && Shape.isAddressee(text))) {
      return Kind.ADDRESSEE;
    }
    if (isPoint(text, current)) {
      return Kind.POINT;
    }
    return isLead(text, ahead) ? Kind.LEAD : Kind.PROSE;
  }

  /** Whether the line is a set phrase (此致), or a salutation that continues no sentence. */
  private static boolean stands(String text, Passage current) {
    boolean goesOn = current != null && current.isUnended();
    if (Formula.isClosing(text)) {
      return !goesOn || !Seam.neverEndsBlock(current.text());
    }
    if (Formula.isStageDirection(text)) {
      return current != null;
    }
    boolean remark =
        Formula.isSalutation(text)
            || (Shape.isBracketed(text) && Glyph.isAtMost(text, Shape.SHORT));
    return remark && current != null && !goesOn;
  }

  /** Whether the line is the number of a section or page, and of no sentence around it. */
  private static boolean isNumberAlone(String text, Passage current, Ahead ahead) {
    if (PageEdge.pageNumber(text) == 0 || (current != null && current.isUnended())) {
      return false;
    }
    SourceLine next = ahead.next();
    boolean counted =
        next != null
            && next.form() == Form.TEXT
            && (Seam.isNumberCut(text, next.text()) || PageNumbers.isCounted(next.text()));
    return !counted;
  }

  /** Whether the line is a signature: before a date, or where no sentence continues. */
  private boolean isSignature(SourceLine line, Passage current, Ahead ahead) {
    if (!signatures.isOne(line)) {
      return false;
    }
    return Signatures.isDate(ahead.next()) || current == null || !current.isPlainlyCut();
  }

  private boolean isPoint(String text, Passage current) {
    Enumeration.Point point = Enumeration.of(text);
    boolean first =
        current != null
            && (current.isLead() || current.kind() == Kind.ADDRESSEE)
            && Enumeration.isFirst(point);
    return first || lists.isContinuedBy(point);
  }

  /** Whether the line ends in ： and introduces a list, points or a quotation. */
  private static boolean isLead(String text, Ahead ahead) {
    SourceLine next = Shape.endsInColon(text) ? ahead.next() : null;
    if (next == null) {
      return false;
    }
    return Ahead.markerOf(next) != null
        || next.form() == Form.TEXT
            && (isShortBeforeLabel(next.text(), ahead.get(1))
                || Enumeration.isFirst(Enumeration.of(next.text()))
                || opensQuotation(next.text()));
  }

  /** Short lines may begin a list of labels: 周一闭馆 | 周二至周五：9:00. */
  private static boolean isShortBeforeLabel(String text, SourceLine after) {
    return Glyph.isAtMost(text, SHORTEST)
        && text.codePoints().noneMatch(Glyph::isPunctuation)
        && after != null
        && after.form() == Form.TEXT
        && Shape.isLabel(after.text());
  }

  /** Whether the line begins with a quotation that is still open at its end. */
  private static boolean opensQuotation(String text) {
    return "“「『\"＂".indexOf(text.charAt(0)) >= 0 && Quotation.isLeftOpen(text);
  }

  /** Whether the marker is that of a list item: after ：, after an item, or before the next item. */
  private boolean isItem(String text, ItemMarker marker, Passage current, Ahead ahead) {
    if (current == null) {
      return marker.isFollowedBy(Ahead.markerOf(ahead.next()));
    }
    boolean cut = isCutEnumeration(text, marker, current);
    if (lists.isContinuedBy(marker) && !(cut && endsBeforeNumber(current.text()))) {
      return true;
    }
    ItemMarker before = current.listMarker();
    boolean inList = before != null && (current.kind() == Kind.ITEM || before.isFollowedBy(marker));
    if (inList) {
      // 1. 身份证、 continues unless the next item of its list follows.
      return before.isFollowedBy(marker) || !current.goesOnWith(text);
    }
    if (Shape.endsInColon(current.text())) {
      return true;
    }
    return marker.isFollowedBy(Ahead.markerOf(ahead.next())) && !cut;
  }

  /** Whether the marker belongs to an enumeration cut before it: … 第 | 一、二小组. */
  private static boolean isCutEnumeration(String text, ItemMarker marker, Passage current) {
    char behind = text.charAt(marker.length());
    return current != null
        && current.isUnended()
        && (ItemMarker.isHanNumeral(behind) || Character.isDigit(behind));
  }

  private static boolean endsBeforeNumber(CharSequence text) {
    int last = Glyph.last(text);
    return BEFORE_NUMBER.indexOf(last) >= 0
        || Character.isDigit(last)
        || (last < Character.MIN_SUPPLEMENTARY_CODE_POINT && ItemMarker.isHanNumeral((char) last));
  }
}
