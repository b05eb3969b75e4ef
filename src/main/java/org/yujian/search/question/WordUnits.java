package org.yujian.search.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.text.Pinyin;
import org.yujian.search.text.Syllables;

/** Units of words that are not Chinese, of numbers and of dates. */
final class WordUnits {
  /** Shorter ones are within one error of too many others. */
  private static final int SHORTEST_NEAR = 4;

  /** Shorter ones are part of too many others: port in report. */
  private static final int SHORTEST_PART = 5;

  /** From this length on a word nobody has may be two that were run together. */
  private static final int SHORTEST_TOGETHER = 7;

  private static final int LONGEST_TOGETHER = 20;

  /** Who leaves spaces out leaves few words; each has many cuts. */
  private static final int MOST_TOGETHER = 3;

  private static final int SHORTEST_HALF = 3;

  /** Numbers of fewer digits say nothing without what they count. */
  private static final int TELLING_DIGITS = 3;

  private static final int GROUP = 3;

  /** Places between groups of three digits. */
  private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9])(?=(?:[0-9]{3})+$)");

  private static final int MOST_SYLLABLES = 6;

  private final String text;
  private final List<Token> tokens;

  WordUnits(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  Unit of(int i, int segment) {
    Token token = tokens.get(i);
    return switch (token.kind()) {
      case DATE -> date(token, segment);
      case NUMBER -> number(i, segment);
      default -> word(i, segment);
    };
  }

  private static Unit date(Token token, int segment) {
    String date = token.word();
    // Most texts leave the year out.
    boolean full = date.length() == "2024-05-01".length();
    List<String> similar = full ? List.of(date.substring("2024-".length())) : List.of();
    return new Unit(
        token.start(),
        token.end(),
        segment,
        Unit.Share.WHOLE,
        field -> List.of(new Clause.Word(field, date)),
        field -> wordClauses(field, similar),
        false,
        DateForms.written(date),
        "");
  }

  private Unit number(int i, int segment) {
    Token token = tokens.get(i);
    String number = token.word();
    String written = text.substring(token.start(), token.end());
    String counted = counted(i);
    Set<String> exact = new LinkedHashSet<>();
    Set<String> compounds = compounds(i);
    if (!counted.isEmpty() || compounds.isEmpty()) {
      exact.add(number + counted);
    }
    exact.addAll(compounds);
    Set<String> similar = new LinkedHashSet<>();
    if (!exact.contains(number) && number.length() >= TELLING_DIGITS) {
      similar.add(number);
    }
    if (counted.isEmpty()) {
      similar.addAll(DateForms.ofDecimal(number));
    }
    boolean grouped = written.indexOf(' ') > 0;
    Set<String> marked = markedNumbers(number, written, counted);
    return new Unit(
        token.start(),
        token.end(),
        segment,
        Unit.Share.WHOLE,
        field -> {
          List<Clause> clauses = wordClauses(field, exact);
          if (grouped) {
            clauses.add(new Clause.AllOf(wordClauses(field, List.of(written.split(" ")))));
          }
          return clauses;
        },
        field -> wordClauses(field, similar),
        false,
        List.copyOf(marked),
        "");
  }

  /** A number as it may be written; without what it counts only when it tells something. */
  private static Set<String> markedNumbers(String number, String written, String counted) {
    Set<String> numbers = new LinkedHashSet<>(List.of(written, number));
    if (number.length() > GROUP && number.chars().allMatch(TextTokens::isDigit)) {
      String grouped = THOUSANDS.matcher(number).replaceAll(",");
      numbers.addAll(List.of(grouped, grouped.replace(',', ' ')));
    }
    Set<String> marked = new LinkedHashSet<>();
    for (String form : numbers) {
      marked.add(form + counted);
      if (counted.isEmpty() || number.length() >= TELLING_DIGITS) {
        marked.add(form);
      }
    }
    return marked;
  }

  /** The first character of what a number counts, if it follows at once. */
  private String counted(int i) {
    boolean follows =
        i + 1 < tokens.size()
            && tokens.get(i + 1).is(Token.Kind.HAN)
            && tokens.get(i + 1).start() == tokens.get(i).end();
    return follows ? Character.toString(text.codePointAt(tokens.get(i).end())) : "";
  }

  private Unit word(int i, int segment) {
    Token token = tokens.get(i);
    String word = token.word();
    Set<String> forms = Inflections.of(word);
    Set<String> exact = new LinkedHashSet<>(forms);
    exact.addAll(compounds(i));
    List<String> marked = forms.stream().filter(form -> form.length() > 1).toList();
    return new Unit(
        token.start(),
        token.end(),
        segment,
        word.codePointCount(0, word.length()) == 1 ? Unit.Share.WEAK : Unit.Share.WHOLE,
        field -> {
          List<Clause> clauses = wordClauses(field, exact);
          if (word.length() >= SHORTEST_PART) {
            clauses.add(new Clause.Contains(field, word));
          }
          return clauses;
        },
        similar(word, tokens.size()),
        true,
        marked,
        phrase(i));
  }

  /** With the next word, as they stand in the question. */
  private String phrase(int i) {
    boolean next = isWord(i + 1) && tokens.get(i + 1).start() == tokens.get(i).end() + 1;
    return next ? text.substring(tokens.get(i).start(), tokens.get(i + 1).end()) : "";
  }

  /** The words together with the one before or behind, and the whole compound. */
  private Set<String> compounds(int i) {
    Set<String> words = new LinkedHashSet<>();
    boolean letters = isWord(i);
    if (letters && isWord(i - 1)) {
      words.add(tokens.get(i - 1).word() + tokens.get(i).word());
    }
    if (letters && isWord(i + 1)) {
      words.add(tokens.get(i).word() + tokens.get(i + 1).word());
    }
    int first = i;
    while (first > 0 && DocumentTokens.follows(text, tokens, first)) {
      first--;
    }
    String joined = DocumentTokens.joined(text, tokens, first);
    if (!joined.isEmpty()) {
      words.add(joined);
    }
    words.removeIf(word -> word.length() > DocumentTokens.LONGEST_WORD);
    return words;
  }

  private boolean isWord(int i) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(Token.Kind.WORD);
  }

  private static Function<IndexField, List<Clause>> similar(String word, int tokens) {
    if (word.length() < SHORTEST_NEAR || word.length() > DocumentTokens.LONGEST_WORD) {
      return Unit.NONE;
    }
    return field -> {
      List<Clause> clauses = new ArrayList<>();
      clauses.add(new Clause.NearWord(field, word));
      clauses.add(new Clause.NearWord(field, otherNumber(word)));
      boolean together = tokens <= MOST_TOGETHER && word.length() >= SHORTEST_TOGETHER;
      if (together && field == IndexField.TEXT && word.length() <= LONGEST_TOGETHER) {
        for (int cut = SHORTEST_HALF; cut <= word.length() - SHORTEST_HALF; cut++) {
          clauses.add(
              new Clause.AllOf(
                  List.of(inAnyField(word.substring(0, cut)), inAnyField(word.substring(cut)))));
        }
      }
      addPinyin(clauses, field, word);
      return clauses;
    };
  }

  /** Singular or plural, as far as one letter goes: an error may be in either. */
  private static String otherNumber(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s";
  }

  /** A word that is pinyin of several characters stands for those that are read so. */
  private static void addPinyin(List<Clause> clauses, IndexField field, String word) {
    if (!Pinyin.isLatinQuery(word) || word.length() > LONGEST_TOGETHER) {
      return;
    }
    List<List<String>> splits = Syllables.splits(word, MOST_SYLLABLES);
    if (splits.isEmpty() || splits.get(0).size() < 2) {
      return;
    }
    List<String> syllables = splits.get(0);
    List<Clause> sounds = new ArrayList<>();
    for (int i = 1; i < syllables.size(); i++) {
      sounds.add(new Clause.Sound(field, syllables.get(i - 1) + "'" + syllables.get(i)));
    }
    clauses.add(sounds.size() == 1 ? sounds.get(0) : new Clause.AllOf(sounds));
  }

  private static Clause inAnyField(String word) {
    return new Clause.AnyOf(
        List.of(new Clause.Word(IndexField.TITLE, word), new Clause.Word(IndexField.TEXT, word)));
  }

  private static List<Clause> wordClauses(IndexField field, Iterable<String> words) {
    List<Clause> clauses = new ArrayList<>();
    words.forEach(word -> clauses.add(new Clause.Word(field, word)));
    return clauses;
  }
}
