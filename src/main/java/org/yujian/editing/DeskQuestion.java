package org.yujian.editing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yujian.search.DeskCopy;
import org.yujian.search.Question;
import org.yujian.search.Term;

/**
 * What the desk searches for.
 *
 * @param account null for all accounts of the caller
 * @param copy null for all copies
 */
public record DeskQuestion(List<Term> terms, UUID account, DeskCopy copy) {

  /**
   * Reads the words of a search.
   *
   * @throws org.yujian.shared.problem.Problem {@code invalid-parameter} as {@link Question#terms}
   */
  public static DeskQuestion of(String q, UUID account, DeskCopy copy) {
    return new DeskQuestion(Question.terms(q), account, copy);
  }

  /** The part of a cursor's check sum that is not the place. */
  String filters() {
    return "desk "
        + terms.stream().map(Term::text).collect(Collectors.joining("\n"))
        + account
        + copy;
  }
}
