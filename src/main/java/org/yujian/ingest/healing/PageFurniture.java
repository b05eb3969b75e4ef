package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yujian.ingest.healing.SourceLine.Form;

/**
 * Marks page furniture (page numbers and running heads that were copied with the text), so that the
 * halves around it are joined. Reads the whole document, before it is split into articles.
 */
final class PageFurniture {

  /** Number of repetitions that count as one more proof that a line is a running head. */
  private static final int OFTEN = 3;

  /** Maximum lines at a page's end and the next one's beginning; longer runs are text. */
  private static final int MOST_LINES = 4;

  private final List<SourceLine> lines;

  /** Indexes of the lines with words: no pictures, page breaks or follow lines. */
  private final List<Integer> worded = new ArrayList<>();

  private final Map<String, Integer> titles = new HashMap<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private boolean titled;

  private PageFurniture(List<SourceLine> lines) {
    this.lines = lines;
  }

  /** Consecutive candidates; {@code from} and {@code to} are indexes in {@link #worded}. */
  private record Group(
      int from, int to, boolean halves, boolean prose, boolean certain, boolean pageBreak) {}

  static List<SourceLine> mark(List<SourceLine> lines) {
    return new PageFurniture(lines).marked();
  }

  private List<SourceLine> marked() {
    readLines();
    findGroups();
    PageNumbers numbers = numbers();
    Map<String, Integer> evidence = headEvidence(numbers);
    List<SourceLine> marked = new ArrayList<>(lines);
    for (Group group : groups) {
      for (int at = group.from(); at <= group.to(); at++) {
        boolean head =
            evidence.getOrDefault(PageEdge.key(text(at)), 0) >= 2
                || PageEdge.isNumberedHead(text(at));
        if (numbers.isOne(at) || (head && !isTitle(at) && !isSignature(group))) {
          int index = worded.get(at);
          marked.set(index, lines.get(index).as(Form.FURNITURE, 0));
        }
      }
    }
    return marked;
  }

  private PageNumbers numbers() {
    Map<String, Integer> paired = new HashMap<>();
    for (Group group : groups) {
      int numbered = holdsNumber(group) ? 1 : 0;
      heads(group).forEach(key -> paired.merge(key, numbered, Integer::sum));
    }
    PageNumbers numbers = new PageNumbers();
    for (Group group : groups) {
      boolean pair = heads(group).stream().anyMatch(key -> paired.get(key) > 1);
      for (int at = group.from(); at <= group.to(); at++) {
        int value = PageEdge.pageNumber(text(at));
        if (value > 0) {
          numbers.add(at, value, pair || group.halves(), !pair && isDoubtful(group, at));
        }
      }
    }
    numbers.decide();
    return numbers;
  }

  private boolean holdsNumber(Group group) {
    for (int at = group.from(); at <= group.to(); at++) {
      if (PageEdge.pageNumber(text(at)) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Keys of the lines in the group that are not numbers. */
  private List<String> heads(Group group) {
    List<String> keys = new ArrayList<>();
    for (int at = group.from(); at <= group.to(); at++) {
      if (PageEdge.pageNumber(text(at)) == 0 && !isTitle(at)) {
        keys.add(PageEdge.key(text(at)));
      }
    }
    return keys;
  }

  /** Whether repeated words are a signature: at the end of an article or above a date. */
  private boolean isSignature(Group group) {
    int next = group.to() + 1;
    return next >= worded.size() || line(next).form() == Form.TITLE || Shape.isDate(text(next));
  }

  private void readLines() {
    titled = lines.stream().anyMatch(line -> line.form() == Form.TITLE);
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (line.isBetween() || isFollowLine(line)) {
        continue;
      }
      if (line.form() == Form.TITLE || (!titled && worded.isEmpty())) {
        titles.merge(PageEdge.key(line.text()), 1, Integer::sum);
      }
      if (PageEdge.mayBeHead(line)) {
        repeats.merge(PageEdge.key(line.text()), 1, Integer::sum);
      }
      worded.add(i);
    }
  }

  /** A line that says whom to follow is never a half of a sentence. */
  private static boolean isFollowLine(SourceLine line) {
    return line.form() == Form.TEXT && FollowLine.name(line.text()) != null;
  }

  private void findGroups() {
    for (int at = 0; at < worded.size(); at++) {
      if (!isCandidate(at)) {
        continue;
      }
      int to = at;
      while (to + 1 < worded.size() && isCandidate(to + 1)) {
        to++;
      }
      if (to - at < MOST_LINES) {
        groups.add(group(at, to));
      }
      at = to;
    }
  }

  private Group group(int from, int to) {
    SourceLine left = from == 0 ? null : line(from - 1);
    SourceLine right = to + 1 == worded.size() ? null : line(to + 1);
    boolean halves =
        PageEdge.isUnfinished(left)
            && PageEdge.mayContinue(right)
            && (PageEdge.cannotBeCell(left) || PageEdge.cannotBeCell(right));
    boolean prose = halves && PageEdge.isProse(left.text(), right.text());
    boolean certain = prose && PageEdge.isCertainCut(left.text(), right.text());
    int begin = from == 0 ? -1 : worded.get(from - 1);
    int end = to + 1 == worded.size() ? lines.size() : worded.get(to + 1);
    // Captions and pictures do not show the end of a page.
    boolean pageBreak = end - begin - 1 > to - from + 1 && holdsPageBreak(begin + 1, end);
    return new Group(from, to, halves, prose, certain, pageBreak);
  }

  private boolean holdsPageBreak(int from, int to) {
    for (int i = from; i < to; i++) {
      if (lines.get(i).form() == Form.PAGE_BREAK) {
        return true;
      }
    }
    return false;
  }

  /** For each short line the number of proofs that it is a running head, such as page ends. */
  private Map<String, Integer> headEvidence(PageNumbers numbers) {
    Map<String, Integer> evidence = new HashMap<>();
    Map<String, Integer> sure = new HashMap<>();
    for (Group group : groups) {
      boolean numbered = isNumbered(group, numbers);
      boolean place = group.halves() || group.pageBreak() || numbered;
      boolean prose = numbered || (group.halves() && (group.pageBreak() || group.prose()));
      for (String key : heads(group)) {
        evidence.merge(key, group.certain() ? 2 : place ? 1 : 0, Integer::sum);
        sure.merge(key, prose ? 1 : 0, Integer::sum);
      }
    }
    evidence.replaceAll(
        (key, count) -> {
          int others =
              titles.getOrDefault(key, 0) + (repeats.getOrDefault(key, 0) >= OFTEN ? 1 : 0);
          return sure.get(key) == 0 ? 0 : count + others;
        });
    return evidence;
  }

  private boolean isNumbered(Group group, PageNumbers numbers) {
    for (int at = group.from(); at <= group.to(); at++) {
      if (numbers.isOne(at)) {
        return true;
      }
    }
    return false;
  }

  /** The first line of a document without titles becomes its title. */
  private boolean isTitle(int at) {
    return !titled && at == 0;
  }

  /** Whether the line may be furniture: a number, or a short line that is repeated. */
  private boolean isCandidate(int at) {
    SourceLine line = line(at);
    if (line.form() != Form.TEXT) {
      return false;
    }
    if (PageEdge.pageNumber(line.text()) > 0 || PageEdge.isNumberedHead(line.text())) {
      return true;
    }
    if (!PageEdge.mayBeHead(line)) {
      return false;
    }
    String key = PageEdge.key(line.text());
    return repeats.get(key) + titles.getOrDefault(key, 0) > 1;
  }

  /** Whether the number may belong to the sentence around it. */
  private boolean isDoubtful(Group group, int at) {
    if (!group.halves()) {
      return false;
    }
    String left = text(group.from() - 1);
    String right = text(group.to() + 1);
    String number = text(at);
    return Seam.isNumberCut(left, number)
        || Seam.isNumberCut(number, right)
        || PageNumbers.isCounted(left, right);
  }

  private SourceLine line(int at) {
    return lines.get(worded.get(at));
  }

  private String text(int at) {
    return line(at).text();
  }
}
