package org.yujian.search.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers with which a term begins and ends: who asks for 21路 does not mean 121路. */
public final class WholeNumbers {

  private WholeNumbers() {}

  /**
   * Words that an index has of a text in which these numbers stand alone; empty for a term without
   * digits at its ends.
   *
   * @param term folded
   */
  public static List<String> of(String term) {
    List<String> words = new ArrayList<>();
    if (term.isEmpty() || !isDigit(term, 0) && !isDigit(term, term.length() - 1)) {
      return words;
    }
    List<Token> tokens = TextTokens.of(term);
    Token first = tokens.get(0);
    Token last = tokens.get(tokens.size() - 1);
    if (first.start() == 0) {
      word(term, first).ifPresent(words::add);
    }
    if (last != first && last.end() == term.length()) {
      word(term, last).ifPresent(words::add);
    }
    return words;
  }

  private static boolean isDigit(String term, int place) {
    return TextTokens.isDigit(term.charAt(place));
  }

  private static Optional<String> word(String term, Token token) {
    return switch (token.kind()) {
      case NUMBER -> Optional.of(token.word() + DocumentTokens.counted(term, token));
      case DATE -> Optional.of(token.word());
      case WORD, HAN -> Optional.empty();
    };
  }
}
