package org.yujian.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.ingest.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * Rule 4a, page numbers and running heads that were copied with the text: marks them, so that the
 * halves around them meet. Looks at the whole document once, before articles are told apart.
 */
final class PageFurniture {

  /** A paragraph's line; shorter ones may be verse or cells, between which a short line is text. */
  private static final int PARAGRAPH = 20;

  /** Shorter halves without punctuation are perhaps cells of a table. */
  private static final int CELL = 8;

  private static final Pattern NUMBER_AT_END =
      Pattern.compile("(.*?)[\\s·•|｜/—–-]*(?:第 ?)?([1-9]\\d{0,3}) ?[页頁]?[\\s—–-]*");
  private static final Pattern NUMBER_AT_BEGIN =
      Pattern.compile("[\\s—–-]*([1-9]\\d{0,3})[\\s·•|｜/—–-]+([^\\d\\s].*)");

  private static final String NOT_AT_END = "。！？；，、：…,;:!?";

  private final List<SourceLine> lines;

  /** Indexes of the lines that are neither picture nor page break, in order. */
  private final List<Integer> worded = new ArrayList<>();

  private final Map<String, Integer> titles = new HashMap<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private boolean titled;

  private PageFurniture(List<SourceLine> lines) {
    this.lines = lines;
  }

  /** Candidates that follow each other, from and to as places in {@link #worded}. */
  private record Group(int from, int to, boolean halves, boolean paragraph, boolean pageBreak) {}

  /** The lines with page numbers and running heads marked as such. */
  static List<SourceLine> mark(List<SourceLine> lines) {
    return new PageFurniture(lines).marked();
  }

  private List<SourceLine> marked() {
    readLines();
    findGroups();
    PageNumbers numbers = new PageNumbers();
    for (Group group : groups) {
      for (int at = group.from(); at <= group.to(); at++) {
        int value = pageNumber(text(at));
        if (value > 0) {
          numbers.add(at, value, group.halves(), isLonelyNumber(group, at));
        }
      }
    }
    numbers.decide();
    Map<String, Integer> evidence = headEvidence(numbers);
    List<SourceLine> marked = new ArrayList<>(lines);
    for (Group group : groups) {
      boolean numbered = isNumbered(group, numbers);
      for (int at = group.from(); at <= group.to(); at++) {
        boolean head = evidence.getOrDefault(key(text(at)), 0) >= 2;
        boolean place = group.halves() || group.pageBreak() || numbered;
        if (numbers.isOne(at) || (head && place && !isTitle(at))) {
          int index = worded.get(at);
          marked.set(index, lines.get(index).as(Form.FURNITURE, 0));
        }
      }
    }
    return marked;
  }

  private void readLines() {
    titled = lines.stream().anyMatch(line -> line.form() == Form.TITLE);
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (line.isBetween()) {
        continue;
      }
      if (line.form() == Form.TITLE || (!titled && worded.isEmpty())) {
        titles.merge(key(line.text()), 1, Integer::sum);
      }
      if (isShortText(line)) {
        repeats.merge(key(line.text()), 1, Integer::sum);
      }
      worded.add(i);
    }
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
      groups.add(group(at, to));
      at = to;
    }
  }

  private Group group(int from, int to) {
    SourceLine left = from == 0 ? null : line(from - 1);
    SourceLine right = to + 1 == worded.size() ? null : line(to + 1);
    boolean halves =
        isUnfinished(left) && isRest(right) && (isLong(left, CELL) || isLong(right, CELL));
    boolean plain = halves && ItemMarker.of(left.text()) == null && !Shape.isLabel(left.text());
    int begin = from == 0 ? -1 : worded.get(from - 1);
    int end = to + 1 == worded.size() ? lines.size() : worded.get(to + 1);
    // Captions and pictures stand there for other reasons.
    boolean pageBreak = end - begin - 1 > to - from + 1 && holdsPageBreak(begin + 1, end);
    return new Group(from, to, halves, plain && isLong(left, PARAGRAPH), pageBreak);
  }

  private boolean holdsPageBreak(int from, int to) {
    for (int i = from; i < to; i++) {
      if (lines.get(i).form() == Form.PAGE_BREAK) {
        return true;
      }
    }
    return false;
  }

  /** How often each short line was seen where a page ends; a title of the same words counts too. */
  private Map<String, Integer> headEvidence(PageNumbers numbers) {
    Map<String, Integer> evidence = new HashMap<>();
    Map<String, Integer> sure = new HashMap<>();
    for (Group group : groups) {
      boolean beside = group.pageBreak() || isNumbered(group, numbers);
      for (int at = group.from(); at <= group.to(); at++) {
        String key = key(text(at));
        if (pageNumber(text(at)) == 0 && !isTitle(at) && (group.halves() || beside)) {
          evidence.merge(key, 1, Integer::sum);
          sure.merge(key, group.halves() && (beside || group.paragraph()) ? 1 : 0, Integer::sum);
        }
      }
    }
    evidence.replaceAll(
        (key, count) -> sure.get(key) == 0 ? 0 : count + titles.getOrDefault(key, 0));
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

  private boolean isCandidate(int at) {
    SourceLine line = line(at);
    if (line.form() != Form.TEXT) {
      return false;
    }
    if (pageNumber(line.text()) > 0) {
      return true;
    }
    if (!isShortText(line)) {
      return false;
    }
    String key = key(line.text());
    return repeats.get(key) + titles.getOrDefault(key, 0) > 1;
  }

  private static boolean isShortText(SourceLine line) {
    String text = line.text();
    return line.form() == Form.TEXT
        && Glyph.isAtMost(text, Shape.SHORT)
        && NOT_AT_END.indexOf(Glyph.last(text)) < 0
        && text.indexOf('，') < 0
        && !Seam.neverEndsBlock(Glyph.last(text))
        && Glyph.length(text) > 1
        && pageNumber(text) == 0
        && ItemMarker.of(text) == null
        && !Shape.isLabel(text)
        && !Shape.isCaption(text)
        && !Shape.isRow(text)
        && !Shape.isDate(text);
  }

  /** The line without a page number at its end or beginning. */
  private static String key(String text) {
    if (!Glyph.isAtMost(text, Shape.SHORT)) {
      return text;
    }
    Matcher end = NUMBER_AT_END.matcher(text);
    if (end.matches() && Glyph.length(end.group(1)) > 1) {
      return Glyph.trim(end.group(1));
    }
    Matcher begin = NUMBER_AT_BEGIN.matcher(text);
    return begin.matches() ? Glyph.trim(begin.group(2)) : text;
  }

  /** The value of a line of digits only; 0 for other lines. */
  static int pageNumber(String text) {
    if (text.length() > 4 || Character.digit(text.charAt(0), 10) < 1) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        return 0;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** A number that may also belong to the sentence around it. */
  private boolean isLonelyNumber(Group group, int at) {
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

  private static boolean isUnfinished(SourceLine left) {
    return left != null
        && left.form() == Form.TEXT
        && !Sentence.isEnded(left.text())
        && !isHeading(left.text())
        && !Shape.isDate(left.text())
        && !Shape.isRow(left.text());
  }

  /** 2. 当场核验 may also be an item that was cut. */
  private static boolean isHeading(String text) {
    ItemMarker marker = ItemMarker.of(text);
    boolean item = marker != null && marker.kind() == ItemMarker.Kind.DECIMAL;
    return !item && Shape.headingLevel(text) > 0;
  }

  /** What could go on: no item, label, heading or date. */
  private static boolean isRest(SourceLine right) {
    return right != null
        && right.form() == Form.TEXT
        && ItemMarker.of(right.text()) == null
        && Shape.ordinalLevel(right.text()) == 0
        && !Shape.isLabel(right.text())
        && !Shape.isRow(right.text())
        && !Shape.isCaption(right.text())
        && !Shape.isDate(right.text());
  }

  private static boolean isLong(SourceLine line, int length) {
    return !Glyph.isAtMost(line.text(), length)
        || (length == CELL && line.text().chars().anyMatch(c -> "，。；、：！？".indexOf(c) >= 0));
  }

  private SourceLine line(int at) {
    return lines.get(worded.get(at));
  }

  private String text(int at) {
    return line(at).text();
  }
}
