package org.yujian.search;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.yujian.search.text.SearchTerms;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.ProblemCode;

/**
 * What a client searches.
 *
 * @param type null for articles with the accounts and tags of that name before them
 * @param account id or {@code @handle}; null for all
 * @param tag slug; null for all
 * @param from the first day; null for the beginning
 * @param to the last day; null for today
 * @throws org.yujian.shared.problem.Problem {@code invalid-parameter} when {@code from} lies after
 *     it
 */
public record Question(
    List<Term> terms, SearchType type, String account, String tag, LocalDate from, LocalDate to) {

  public Question {
    if (from != null && to != null && from.isAfter(to)) {
      throw invalid(FieldError.parameter("from", "latest", "to"));
    }
  }

  /** Code points. */
  public static final int LONGEST = 200;

  /** Microseconds × 8 (design, section 3). */
  private static final long ORDERS_PER_SECOND = 8_000_000;

  /**
   * Reads the question.
   *
   * @throws org.yujian.shared.problem.Problem {@code invalid-parameter} when it is missing, too
   *     long, or has no word in it
   */
  public static List<Term> terms(String q) {
    requireText(q);
    SearchTerms parsed = SearchTerms.parse(q);
    if (parsed.tooMany()) {
      throw invalid(FieldError.parameter("q", "search-terms", SearchTerms.MAX));
    }
    List<Term> terms = parsed.all().stream().map(Term::of).toList();
    if (terms.stream().allMatch(term -> term.grams().length == 0)) {
      throw invalid(FieldError.parameter("q", "search-word"));
    }
    return terms;
  }

  /**
   * What is asked of anything that somebody types.
   *
   * @throws org.yujian.shared.problem.Problem {@code invalid-parameter} when it is missing or too
   *     long
   */
  static void requireText(String q) {
    if (q == null || q.isBlank()) {
      throw invalid(FieldError.parameter("q", "required"));
    }
    if (q.codePointCount(0, q.length()) > LONGEST) {
      throw invalid(FieldError.parameter("q", "length", 1, LONGEST));
    }
  }

  /** Whether accounts and tags of that name stand before articles: not within one of them. */
  boolean namesToo() {
    return type == null && account == null && tag == null;
  }

  /** Whether articles are asked for, alone or behind names. */
  boolean ofArticles() {
    return type == null || type == SearchType.ARTICLES;
  }

  /** The same question with other words. */
  Question with(List<Term> others) {
    return new Question(others, type, account, tag, from, to);
  }

  private static RuntimeException invalid(FieldError error) {
    return ProblemCode.INVALID_PARAMETER.problem(error.parameter()).with(error);
  }

  List<String> texts() {
    return terms.stream().map(Term::text).toList();
  }

  /** The lowest feed order. */
  long lowest(ZoneId zone) {
    return from == null ? Long.MIN_VALUE : order(from, zone);
  }

  /** The feed order that is too high. */
  long beyond(ZoneId zone) {
    return to == null ? Long.MAX_VALUE : order(to.plusDays(1), zone);
  }

  private static long order(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toEpochSecond() * ORDERS_PER_SECOND;
  }

  /** The part of a cursor's check sum that is not the place. */
  String filters() {
    return Stream.of("search", String.join("\n", texts()), type, account, tag, from, to)
        .map(String::valueOf)
        .collect(joining(" "));
  }
}
