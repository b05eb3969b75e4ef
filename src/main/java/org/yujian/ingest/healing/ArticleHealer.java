package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.yujian.ingest.healing.Passage.Kind;
import org.yujian.ingest.healing.SourceLine.Form;

/** Rejoins the cut lines of one article into passages (paragraphs, items, labels, …). */
final class ArticleHealer {

  /** Any word that may begin a block, to test whether a caption continues. */
  private static final String ANY_WORD = "豫";

  private static final int MOST_PASSES = 4;

  private List<SourceLine> lines;
  private final PageLayout layout;
  private LineKinds kinds;
  private ListMemory lists;
  private final Predicate<String> undone;
  private final List<SourceLine> boxes = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();

  /** The passage that the next line may continue; never a picture or caption. */
  private Passage current;

  /** A caption that ends in a pause, so that the next line may continue the caption. */
  private Passage caption;

  /**
   * @param undone whether an editor undid the join with this key
   */
  ArticleHealer(List<SourceLine> lines, Predicate<String> undone) {
    List<SourceLine> main = withoutBoxes(lines);
    this.layout = PageLayout.of(main);
    this.lines = marked(main);
    this.undone = undone;
  }

  /** The lines without those of text boxes inside a sentence; other boxes are text like any. */
  private List<SourceLine> withoutBoxes(List<SourceLine> all) {
    List<SourceLine> main = new ArrayList<>();
    SourceLine text = null;
    for (SourceLine line : all) {
      if (line.form() == Form.BOX) {
        boolean inSentence =
            text != null && text.form() == Form.TEXT && !Sentence.isEnded(text.text());
        (inSentence ? boxes : main).add(inSentence ? line : line.as(Form.TEXT, 0));
        continue;
      }
      main.add(line);
      text = line.isBetween() || line.form() == Form.CAPTION ? text : line;
    }
    return main;
  }

  private List<SourceLine> marked(List<SourceLine> unmarked) {
    return Verse.mark(Rows.mark(unmarked), layout);
  }

  /** Repeats until nothing more is joined: a join can show that a line is a label, row or turn. */
  List<Passage> heal() {
    once();
    for (int pass = 1; pass < MOST_PASSES; pass++) {
      lines = marked(passages.stream().map(SourceLine::of).toList());
      once();
      if (passages.size() == lines.size()) {
        break;
      }
    }
    boxes.forEach(this::insert);
    return passages;
  }

  /** Inserts a line of a text box behind the healed paragraph that it interrupted. */
  private void insert(SourceLine box) {
    int at = 0;
    while (at < passages.size() && passages.get(at).first().line() <= box.line()) {
      at++;
    }
    passages.add(at, new Passage(Kind.STANDING, box, 0));
  }

  private void once() {
    lists = new ListMemory();
    kinds = new LineKinds(lines, lists, layout);
    passages.clear();
    current = null;
    caption = null;
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (line.form() == Form.PICTURE) {
        passages.add(new Passage(Kind.PICTURE, line, 0));
      } else if (!line.isBetween()) {
        place(line, new Ahead(lines, i));
      }
    }
  }

  private void place(SourceLine line, Ahead ahead) {
    LineKinds.Look look = kinds.of(line, current, ahead);
    if (goesOn(caption, line, look.kind(), ahead) || goesOn(current, line, look.kind(), ahead)) {
      return;
    }
    Passage passage = new Passage(look.kind(), line, look.level());
    passages.add(passage);
    if (look.kind() == Kind.CAPTION) {
      caption = passage.goesOnWith(ANY_WORD) ? passage : null;
    } else {
      caption = null;
      current = passage;
      lists.note(passage, line.text());
    }
  }

  private boolean goesOn(Passage open, SourceLine line, Kind kind, Ahead ahead) {
    if (open == null || !mayContinue(open, line, kind, ahead)) {
      return false;
    }
    String key = open.key(line);
    if (undone.test(key)) {
      return false;
    }
    open.join(line, key);
    if (kind == Kind.LEAD) {
      open.makeLead();
    }
    caption = open == caption && open.goesOnWith(ANY_WORD) ? caption : null;
    return true;
  }

  /** Whether a line of this kind may be joined to {@code open}; most kinds begin a block. */
  private boolean mayContinue(Passage open, SourceLine line, Kind kind, Ahead ahead) {
    return switch (kind) {
      case PROSE ->
          (open.goesOnWith(line.text())
                  && !(open.kind() == Kind.PROSE && LoneLine.isComplete(open, line, ahead, layout)))
              // Markdown marks where an item ends.
              || (open.first().form() != Form.ITEM
                  && ItemTail.belongs(open, line, ahead, lists.isUnpunctuated(open), layout));
      case LEAD -> open.isCutBeforeLead(line.text());
      default -> false;
    };
  }
}
