package org.yujian.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.question.WholeNumbers;

/** What an index is asked for one term of a question. */
final class TermClauses {

  private static final int LONGEST_REPEATED = 8;

  private final String text;
  private final List<String> numbers;

  TermClauses(Term term) {
    this.text = term.text();
    this.numbers = WholeNumbers.of(text);
  }

  Clause.Contains in(IndexField field) {
    return new Clause.Contains(field, text);
  }

  /** The term stands in the article. */
  Clause anywhere() {
    return new Clause.AnyOf(fields().map(field -> (Clause) in(field)).toList());
  }

  /** The term stands in the field, and the numbers at its ends stand alone there. */
  Clause wholeIn(IndexField field) {
    List<Clause> all = new ArrayList<>(List.of(in(field)));
    numbers.forEach(number -> all.add(new Clause.Word(field, number)));
    return new Clause.AllOf(all);
  }

  /** As {@link #wholeIn} for any field; empty for a term without numbers at its ends. */
  Optional<Clause> whole() {
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Clause.AnyOf(fields().map(this::wholeIn).toList()));
  }

  /**
   * The term stands in the text so many times; empty for one character, whose places no index
   * keeps, and for a long term, whose repetitions tell nothing and cost many clauses.
   */
  Optional<Clause> repeated(int times) {
    int length = text.codePointCount(0, text.length());
    return length == 1 || length > LONGEST_REPEATED
        ? Optional.empty()
        : Optional.of(new Clause.Repeated(IndexField.TEXT, text, times));
  }

  private static Stream<IndexField> fields() {
    return Stream.of(IndexField.values());
  }
}
