package org.yujian.search.question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yujian.search.index.FieldText;
import org.yujian.search.text.PairSounds;

/**
 * Makes what an index gets of one text: its words and the sounds of its pairs. Called for documents
 * only; {@link RelaxedQuestion} asks in the same form. Linear in the length of the text.
 */
public final class DocumentTokens {
  /** Longer runs are no words anybody types (data, addresses of pictures). */
  static final int LONGEST_WORD = 64;

  /** Parts that are also indexed as one word: wi-fi, h5n1, 021-12345678. */
  private static final int MOST_PARTS = 6;

  /** Digits alone are joined from here on: 3-5 is not 35. */
  private static final int SHORTEST_JOINED_DIGITS = 5;

  /** Letters of a unit: kg, gb, kwh. */
  private static final int LONGEST_UNIT = 3;

  private static final String JOINERS = "-.'’_&";

  private DocumentTokens() {}

  /**
   * @param folded a text folded by {@code Folding.fold}
   */
  public static FieldText of(String folded) {
    return new FieldText(folded, words(folded), PairSounds.of(folded));
  }

  private static List<String> words(String folded) {
    List<Token> tokens = TextTokens.of(folded);
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.kind()) {
        case DATE -> words.addAll(DateForms.words(token.word()));
        case NUMBER -> {
          words.add(token.word());
          addParts(words, folded, token);
          addCounted(words, folded, token);
          addMeasured(words, tokens, i);
        }
        case WORD -> words.add(token.word());
        case HAN -> {}
      }
      String joined = joined(folded, tokens, i);
      if (!joined.isEmpty()) {
        words.add(joined);
      }
    }
    words.removeIf(word -> word.length() > LONGEST_WORD);
    return List.copyOf(words);
  }

  /** Numbers beside each other may also be several: 2 300. */
  private static void addParts(Set<String> words, String folded, Token token) {
    String written = folded.substring(token.start(), token.end());
    if (written.indexOf(' ') > 0) {
      words.addAll(List.of(written.split(" ")));
    }
  }

  /** A number with the first character of what it counts: 21路, also when written 21 路. */
  private static void addCounted(Set<String> words, String folded, Token token) {
    String counted = counted(folded, token);
    if (!counted.isEmpty()) {
      words.add(token.word() + counted);
    }
  }

  /** The first character of what a number counts; empty for none. */
  static String counted(String folded, Token number) {
    int at = number.end();
    if (at < folded.length() && folded.charAt(at) == ' ') {
      at++;
    }
    return at < folded.length() && TextTokens.isHan(folded.codePointAt(at))
        ? Character.toString(folded.codePointAt(at))
        : "";
  }

  /** A number with its unit: 5kg, also when written 5 kg. */
  private static void addMeasured(Set<String> words, List<Token> tokens, int i) {
    if (i + 1 < tokens.size()) {
      Token next = tokens.get(i + 1);
      boolean near = next.start() - tokens.get(i).end() <= 1;
      if (near && next.is(Token.Kind.WORD) && next.word().length() <= LONGEST_UNIT) {
        words.add(tokens.get(i).word() + next.word());
      }
    }
  }

  /** The whole compound that begins with this token; empty when there is none. */
  static String joined(String folded, List<Token> tokens, int from) {
    if (!isPart(tokens.get(from)) || from > 0 && follows(folded, tokens, from)) {
      return "";
    }
    StringBuilder joined = new StringBuilder(tokens.get(from).word());
    int to = from + 1;
    while (to < tokens.size() && to - from < MOST_PARTS && follows(folded, tokens, to)) {
      joined.append(tokens.get(to++).word());
    }
    boolean digits = joined.chars().allMatch(TextTokens::isDigit);
    boolean kept = to > from + 1 && (!digits || joined.length() >= SHORTEST_JOINED_DIGITS);
    return kept ? joined.toString() : "";
  }

  /** Whether a token continues the compound of the one before it. */
  static boolean follows(String folded, List<Token> tokens, int i) {
    Token before = tokens.get(i - 1);
    Token token = tokens.get(i);
    int gap = token.start() - before.end();
    return isPart(before)
        && isPart(token)
        && (gap == 0 || gap == 1 && JOINERS.indexOf(folded.charAt(before.end())) >= 0);
  }

  private static boolean isPart(Token token) {
    return token.is(Token.Kind.WORD) || token.is(Token.Kind.NUMBER);
  }
}
