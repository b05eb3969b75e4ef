package org.yujian.ingest;

import java.util.ArrayList;
import java.util.List;
import org.yujian.edition.body.Span;
import org.yujian.ingest.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * The lines of one Markdown paragraph as blocks. A soft line end is only a wrap, so the lines join
 * by rule 5 and no join is told; but what rule 4a lets stand alone does so here too, since people
 * write labels, dates and verse in Markdown as in any text.
 */
final class SoftLines {

  private final List<InlineLine> lines;
  private final List<SourceLine> blocks = new ArrayList<>();

  private int line;
  private int lastLine;
  private StringBuilder text;
  private List<Span> spans;
  private int length;

  private SoftLines(List<InlineLine> lines) {
    this.lines = lines.stream().filter(each -> !each.text().isEmpty()).toList();
  }

  static List<SourceLine> blocks(List<InlineLine> lines) {
    SoftLines soft = new SoftLines(lines);
    List<SourceLine> marked =
        Verse.mark(
            soft.lines.stream().map(each -> SourceLine.text(each.line(), each.text())).toList());
    for (int i = 0; i < soft.lines.size(); i++) {
      InlineLine each = soft.lines.get(i);
      boolean alone = marked.get(i).form() == Form.VERSE || soft.standsAlone(i);
      if (alone) {
        soft.end();
      }
      soft.add(each);
      if ((alone && !soft.mayWrap(i)) || each.hard()) {
        soft.end();
      }
    }
    soft.end();
    return soft.blocks;
  }

  private boolean standsAlone(int i) {
    String words = lines.get(i).text();
    String before = i == 0 ? null : lines.get(i - 1).text();
    String next = i + 1 < lines.size() ? lines.get(i + 1).text() : null;
    boolean atStart = before == null || Sentence.isEnded(before);
    return Shape.isRow(words)
        || Shape.isCaption(words)
        || Shape.isLabel(words)
        || Shape.isDate(words)
        || FollowLine.name(words) != null
        || Shape.isQuestionOrAnswer(words)
        || (before == null && next != null && Shape.isAddressee(words))
        || (atStart && Shape.headingLevel(words) > 0)
        || isSignature(i)
        || isLeadOrItem(words, before, next);
  }

  /** Right before a date; several, when no sentence goes on in the first of them. */
  private boolean isSignature(int i) {
    int date = i;
    while (date < lines.size() && isSignature(lines.get(date).text())) {
      date++;
    }
    if (date == i || date == lines.size() || !Shape.isDate(lines.get(date).text())) {
      return false;
    }
    int first = i;
    while (first > 0 && isSignature(lines.get(first - 1).text())) {
      first--;
    }
    return date == i + 1 || first == 0 || Sentence.isEnded(lines.get(first - 1).text());
  }

  private static boolean isSignature(String words) {
    return Shape.isSignature(words) && !Shape.isDate(words);
  }

  /** A turn of an interview, a label before sentences or a long item may be wrapped themselves. */
  private boolean mayWrap(int i) {
    String words = lines.get(i).text();
    return Shape.isQuestionOrAnswer(words)
        || (Shape.isLabel(words) && Sentence.isIn(words))
        || (ItemMarker.of(words) != null && !Verse.isShort(words));
  }

  private static boolean isLeadOrItem(String words, String before, String next) {
    ItemMarker marker = ItemMarker.of(words);
    ItemMarker following = next == null ? null : ItemMarker.of(next);
    if (marker == null) {
      return following != null && Shape.endsInColon(words);
    }
    ItemMarker preceding = before == null ? null : ItemMarker.of(before);
    return marker.isFollowedBy(following)
        || (preceding != null && preceding.isFollowedBy(marker))
        || (before != null && Shape.endsInColon(before));
  }

  private void add(InlineLine each) {
    if (text == null) {
      line = each.line();
      text = new StringBuilder();
      spans = new ArrayList<>();
      length = 0;
    } else {
      String between = Seam.between(text, each.text());
      text.append(between);
      length += between.length();
    }
    for (Span span : each.spans()) {
      spans.add(span.shifted(length));
    }
    text.append(each.text());
    length += Glyph.length(each.text());
    lastLine = each.line();
  }

  private void end() {
    if (text != null) {
      blocks.add(SourceLine.text(line, lastLine, text.toString(), spans));
      text = null;
    }
  }
}
