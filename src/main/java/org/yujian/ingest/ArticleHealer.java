package org.yujian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.yujian.ingest.Passage.Kind;
import org.yujian.ingest.SourceLine.Form;

/**
 * Rule 4: puts the lines of one article's body together again. Goes through them once; each either
 * continues the passage before it or begins a new one, and {@link #kindOf} says what it is (rule
 * 4a).
 */
final class ArticleHealer {

  /** Stands for a block that could begin anything, to ask whether a caption goes on at all. */
  private static final String ANY_WORD = "豫";

  private static final int MOST_PASSES = 4;

  private List<SourceLine> lines;
  private Turns turns;
  private Signatures signatures;
  private final Predicate<String> undone;
  private final List<Passage> passages = new ArrayList<>();

  /** The passage that the next block may continue, pictures and captions left aside. */
  private Passage current;

  /** A caption that ends in a pause and so goes on itself. */
  private Passage caption;

  /**
   * @param lines the article's body without follow lines
   * @param undone whether an editor undid the join of this key (rule 8)
   */
  ArticleHealer(List<SourceLine> lines, Predicate<String> undone) {
    this.lines = Verse.mark(lines);
    this.undone = undone;
  }

  /**
   * Heals until nothing more is joined: a join can show what a line is (a label, a row, somebody
   * who speaks), and that healed text stays as it is shall be true of every text.
   */
  List<Passage> heal() {
    once();
    for (int pass = 1; pass < MOST_PASSES; pass++) {
      lines = Verse.mark(passages.stream().map(SourceLine::of).toList());
      once();
      if (passages.size() == lines.size()) {
        break;
      }
    }
    return passages;
  }

  private void once() {
    turns = new Turns(lines);
    signatures = new Signatures(lines);
    passages.clear();
    current = null;
    caption = null;
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (line.form() == Form.PICTURE) {
        passages.add(new Passage(Kind.PICTURE, line, 0));
      } else if (line.form() != Form.PAGE_BREAK) {
        place(line, next(i));
      }
    }
  }

  private SourceLine next(int i) {
    int next = i + 1;
    while (next < lines.size() && lines.get(next).isBetween()) {
      next++;
    }
    return next < lines.size() ? lines.get(next) : null;
  }

  private void place(SourceLine line, SourceLine next) {
    int level = line.form() == Form.HEADING ? line.level() : guessedLevel(line, next);
    Kind kind = level > 0 ? Kind.HEADING : kindOf(line, next);
    Passage open = caption != null ? caption : current;
    if (open != null && mayContinue(open, line, kind)) {
      String key = open.key(line);
      if (!undone.test(key)) {
        open.join(line, key);
        caption = open == caption && open.goesOnWith(ANY_WORD) ? caption : null;
        return;
      }
    }
    Passage passage = new Passage(kind, line, level);
    passages.add(passage);
    if (kind == Kind.CAPTION) {
      caption = passage.goesOnWith(ANY_WORD) ? passage : null;
    } else {
      caption = null;
      current = passage;
    }
  }

  /** Nothing is joined to a line that stands alone; a lead-in may itself be the second half. */
  private static boolean mayContinue(Passage open, SourceLine line, Kind kind) {
    return switch (kind) {
      case PROSE -> open.goesOnWith(line.text());
      case LEAD -> open.isPlainlyCut();
      default -> false;
    };
  }

  private Kind kindOf(SourceLine line, SourceLine next) {
    return switch (line.form()) {
      case VERSE -> Kind.VERSE;
      case ITEM -> Kind.ITEM;
      case QUOTE -> Kind.QUOTE;
      case ROW -> Kind.ROW;
      case CAPTION -> Kind.CAPTION;
      default -> kindByLook(line, next);
    };
  }

  private Kind kindByLook(SourceLine line, SourceLine next) {
    String text = line.text();
    if (Shape.isRow(text)) {
      return Kind.ROW;
    }
    if (Shape.isCaption(text)) {
      return Kind.CAPTION;
    }
    ItemMarker marker = ItemMarker.of(text);
    if (marker != null) {
      return isItem(text, marker, next) ? Kind.ITEM : Kind.PROSE;
    }
    if (Shape.isDate(text)) {
      return Kind.DATE;
    }
    if (turns.isTurn(text)) {
      return Kind.TURN;
    }
    if (Shape.isLabel(text)) {
      return Kind.LABEL;
    }
    if (isSignature(line, next)) {
      return Kind.SIGNATURE;
    }
    if (current == null && Shape.isAddressee(text)) {
      return Kind.ADDRESSEE;
    }
    return isLead(text, next) ? Kind.LEAD : Kind.PROSE;
  }

  /** The last one before the date always; those above it unless a sentence goes on there. */
  private boolean isSignature(SourceLine line, SourceLine next) {
    if (!signatures.isOne(line)) {
      return false;
    }
    return Signatures.isDate(next) || current == null || !current.isPlainlyCut();
  }

  private static boolean isLead(String text, SourceLine next) {
    return next != null && Shape.endsInColon(text) && markerOf(next) != null;
  }

  /** A list item after a line ending in ： or after another item; the first of a plain run too. */
  private boolean isItem(String text, ItemMarker marker, SourceLine next) {
    if (current == null) {
      return marker.isFollowedBy(markerOf(next));
    }
    ItemMarker before = current.marker();
    boolean inList = before != null && (current.kind() == Kind.ITEM || before.isFollowedBy(marker));
    if (inList) {
      // 1. 身份证、 goes on, unless the next item of the same list follows.
      return before.isFollowedBy(marker) || !current.goesOnWith(text);
    }
    if (Shape.endsInColon(current.text())) {
      return true;
    }
    boolean run = marker.isFollowedBy(markerOf(next));
    return run && !(current.isUnended() && isCutEnumeration(text, marker));
  }

  /** 一、二小组: what looks like a marker belongs to an enumeration that was cut before it. */
  private static boolean isCutEnumeration(String text, ItemMarker marker) {
    char behind = text.charAt(marker.length());
    return ItemMarker.isHanNumeral(behind) || Character.isDigit(behind);
  }

  /** An ordinal line becomes a heading unless a neighbour is an item of the same kind. */
  private int guessedLevel(SourceLine line, SourceLine next) {
    if (line.form() != Form.TEXT || Shape.isRow(line.text())) {
      return 0;
    }
    int level = Shape.headingLevel(line.text());
    if (level == 0) {
      return 0;
    }
    ItemMarker marker = ItemMarker.of(line.text());
    if (marker == null) {
      return level;
    }
    boolean behindItem =
        current != null && current.kind() != Kind.HEADING && marker.isSameKind(current.marker());
    boolean beforeItem = marker.isSameKind(markerOf(next));
    boolean cut = current != null && current.isUnended() && isCutEnumeration(line.text(), marker);
    return behindItem || beforeItem || cut ? 0 : level;
  }

  private static ItemMarker markerOf(SourceLine line) {
    boolean text = line != null && (line.form() == Form.TEXT || line.form() == Form.ITEM);
    return text ? ItemMarker.of(line.text()) : null;
  }
}
