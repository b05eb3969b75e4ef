package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import org.yujian.ingest.healing.SourceLine.Form;

/**
 * Splits the lines of one Markdown paragraph into blocks. A soft line break is only layout, so most
 * lines are joined like Markdown does, without a finding. Labels, dates and verse become separate
 * blocks, because people write them in Markdown like in any text.
 */
final class SoftLines {

  private final BlockLines words;
  private final List<BlockLines.Line> lines;
  private final List<SourceLine> found = new ArrayList<>();
  private int block;

  /** {@code block} is the number of the block; separated parts get the numbers after it. */
  SoftLines(BlockLines words, int block) {
    this.words = words;
    this.lines = words.lines();
    this.block = block;
    List<SourceLine> marked =
        Verse.mark(
            lines.stream().map(each -> SourceLine.text(each.line(), each.text())).toList(),
            PageLayout.none());
    int begin = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean alone = marked.get(i).form() == Form.VERSE || standsAlone(i);
      boolean broken = i > 0 && lines.get(i - 1).hard();
      if (alone && begin < i) {
        add(begin, i, broken);
        begin = i;
      }
      boolean hard = lines.get(i).hard();
      if ((alone && !mayWrap(i)) || hard) {
        add(begin, i + 1, hard);
        begin = i + 1;
      }
    }
    if (begin < lines.size()) {
      add(begin, lines.size(), true);
    }
  }

  List<SourceLine> lines() {
    return found;
  }

  int lastBlock() {
    return block;
  }

  /** {@code together}: the next part belongs to the same block. */
  private void add(int begin, int end, boolean together) {
    found.add(words.joined(begin, end).inBlock(block));
    block += together ? 0 : 1;
  }

  /** Whether the line is a block, not a part of the paragraph around it. */
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

  /** Whether the line is a signature: directly before a date, and continuing no sentence. */
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

  /** Whether the line may be wrapped: a turn, a label before sentences, a long item. */
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
}
