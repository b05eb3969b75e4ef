package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yujian.shared.text.Glyph;

/** Decides which lines of digits are page numbers: their values rise through the document. */
final class PageNumbers {

  /** Characters before a number that counts something: 共 | 8 | 个部门. */
  private static final String BEFORE_COUNT = "：:第共约約近达達超至到于於仅僅有每逾满滿为為";

  private static final String COUNTED =
      "个個名位人户戶家条條项項件次年月日时時分秒天周岁歲元万萬亿億千百十倍米公里度号號楼樓层層届屆批场場所座台臺辆輛只张張本册冊份%％℃";

  private final List<Candidate> candidates = new ArrayList<>();
  private final Set<Integer> found = new HashSet<>();

  /** {@code halves}: between halves of a sentence; {@code doubtful}: maybe part of the sentence. */
  private record Candidate(int at, int value, boolean halves, boolean doubtful) {}

  void add(int at, int value, boolean halves, boolean doubtful) {
    candidates.add(new Candidate(at, value, halves, doubtful));
  }

  /** Whether a number between these texts counts something, and is no page number. */
  static boolean isCounted(String left, String right) {
    return BEFORE_COUNT.indexOf(Glyph.last(left)) >= 0 || isCounted(right);
  }

  /** Whether the text begins with a character that follows a number, or is inside a sentence. */
  static boolean isCounted(String right) {
    return COUNTED.indexOf(right.charAt(0)) >= 0 || Glyph.isNeverFirst(right.codePointAt(0));
  }

  /** Whether the line is a page number. */
  boolean isOne(int at) {
    return found.contains(at);
  }

  /** Decides about all candidates, which were added in the order of the document. */
  void decide() {
    List<Candidate> rising = rising(candidates);
    boolean alone = rising.stream().filter(Candidate::halves).count() == 1 && rising.size() == 1;
    for (int i = 0; i < rising.size(); i++) {
      Candidate candidate = rising.get(i);
      boolean series =
          isSureNeighbour(rising, i - 1, candidate.value() - 1)
              || isSureNeighbour(rising, i + 1, candidate.value() + 1);
      boolean page = candidate.halves() && (series || !candidate.doubtful());
      if (page && (alone || rising.size() > 1)) {
        found.add(candidate.at());
      }
    }
    addWholePages(rising);
  }

  /** Adds numbers of pages that end with a paragraph, if they continue a series. */
  private void addWholePages(List<Candidate> rising) {
    for (int i = 1; i < rising.size(); i++) {
      if (isOne(rising.get(i - 1).at()) && isNext(rising.get(i - 1), rising.get(i))) {
        found.add(rising.get(i).at());
      }
    }
    for (int i = rising.size() - 2; i >= 0; i--) {
      if (isOne(rising.get(i + 1).at()) && isNext(rising.get(i), rising.get(i + 1))) {
        found.add(rising.get(i).at());
      }
    }
  }

  /** Whether this neighbor proves a series; a doubtful number proves nothing. */
  private static boolean isSureNeighbour(List<Candidate> rising, int at, int value) {
    return at >= 0
        && at < rising.size()
        && rising.get(at).value() == value
        && rising.get(at).halves()
        && !rising.get(at).doubtful();
  }

  private static boolean isNext(Candidate one, Candidate other) {
    return one != null && other != null && other.value() == one.value() + 1;
  }

  /** The longest strictly rising subsequence, in n log n. */
  private static List<Candidate> rising(List<Candidate> all) {
    int[] last = new int[all.size()];
    int[] before = new int[all.size()];
    int[] values = new int[all.size()];
    int length = 0;
    for (int i = 0; i < all.size(); i++) {
      int place = Arrays.binarySearch(values, 0, length, all.get(i).value());
      place = place < 0 ? -place - 1 : place;
      values[place] = all.get(i).value();
      last[place] = i;
      before[i] = place == 0 ? -1 : last[place - 1];
      length = Math.max(length, place + 1);
    }
    List<Candidate> rising = new ArrayList<>();
    for (int i = length == 0 ? -1 : last[length - 1]; i >= 0; i = before[i]) {
      rising.add(all.get(i));
    }
    Collections.reverse(rising);
    return rising;
  }
}
