package org.yujian.search.question;

import java.util.ArrayList;
import java.util.List;

/** Cuts a question into units. */
final class QuestionUnits {
  private final String text;
  private final List<Token> tokens;
  private final HanUnits han;
  private final WordUnits words;
  private final boolean all;
  private final List<Unit> units = new ArrayList<>();
  private final List<String> runs = new ArrayList<>();
  private int segments;

  private QuestionUnits(String text, boolean all) {
    this.text = text;
    this.all = all;
    this.tokens = TextTokens.of(text);
    this.han = new HanUnits(text, !all);
    this.words = new WordUnits(text, tokens);
  }

  /**
   * @param units in the order of the question
   * @param runs texts of several units without a gap
   */
  record Cut(List<Unit> units, List<String> runs) {}

  /** The units of a question without its question words; with them where nothing else is left. */
  static Cut of(String text) {
    Cut cut = new QuestionUnits(text, false).cut();
    return cut.units().isEmpty() ? new QuestionUnits(text, true).cut() : cut;
  }

  private Cut cut() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is(Token.Kind.HAN)) {
        addRuns(Segments.of(text, token.start(), token.end(), all), isCounted(i));
      } else if (all || !token.is(Token.Kind.WORD) || !QuestionWords.isEnglish(token.word())) {
        units.add(words.of(i, segments++));
      }
    }
    return new Cut(List.copyOf(units), List.copyOf(runs));
  }

  /** Whether a number stands before, whose unit has the first character. */
  private boolean isCounted(int i) {
    return i > 0
        && tokens.get(i - 1).is(Token.Kind.NUMBER)
        && tokens.get(i - 1).end() == tokens.get(i).start();
  }

  private void addRuns(List<Segments.Segment> found, boolean counted) {
    int from = 0;
    while (from < found.size()) {
      int to = from + 1;
      while (to < found.size() && found.get(to).start() == found.get(to - 1).end()) {
        to++;
      }
      int start = found.get(from).start();
      int end = found.get(to - 1).end();
      boolean lone = text.codePointCount(start, end) == 1;
      if (!(lone && counted && from == 0)) {
        units.addAll(han.of(found.subList(from, to), segments));
        segments += to - from;
        if (!lone) {
          runs.add(text.substring(start, end));
        }
      }
      from = to;
    }
  }
}
