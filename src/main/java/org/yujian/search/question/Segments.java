package org.yujian.search.question;

import java.util.ArrayList;
import java.util.List;
import org.yujian.search.text.Words;

/**
 * Cuts a run of Chinese into words by ICU's dictionary and leaves question words out. Only for
 * questions: an index holds all pairs, so another dictionary changes weights and no documents.
 */
final class Segments {
  private Segments() {}

  /**
   * A word of the question, or several single characters that are probably one the dictionary
   * lacks.
   *
   * @param start place in the question, UTF-16 units
   * @param core where the word ends to which a single character was added; else the end
   */
  record Segment(int start, int end, int core) {}

  /**
   * The words of a run, in order; where one ends before the next begins, a question word was left
   * out.
   *
   * @param all whether question words are kept
   */
  static List<Segment> of(String text, int start, int end, boolean all) {
    List<String> words = Words.of(text.substring(start, end));
    List<Segment> segments = new ArrayList<>();
    int at = start;
    int i = 0;
    while (i < words.size()) {
      int dropped = all ? 0 : QuestionWords.at(words, i);
      int count = dropped > 0 ? dropped : together(words, i, all);
      int to = at + String.join("", words.subList(i, i + count)).length();
      boolean lone = count == 1 && isSingle(words.get(i));
      int last = segments.size() - 1;
      if (dropped == 0 && lone && last >= 0 && segments.get(last).end() == at) {
        segments.set(last, new Segment(segments.get(last).start(), to, at));
      } else if (dropped == 0) {
        segments.add(new Segment(at, to, to));
      }
      at = to;
      i += count;
    }
    return segments;
  }

  /** Single characters beside each other are one word; a lone one belongs to the word before it. */
  private static int together(List<String> words, int from, boolean all) {
    int to = from + 1;
    while (to < words.size()
        && isSingle(words.get(from))
        && isSingle(words.get(to))
        && (all || QuestionWords.at(words, to) == 0)) {
      to++;
    }
    return to - from;
  }

  private static boolean isSingle(String word) {
    return word.codePointCount(0, word.length()) == 1;
  }
}
