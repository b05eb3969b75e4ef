package org.yujian.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.Weighted;

/**
 * Translates the clauses of one search into Lucene queries, none of which depends on statistics of
 * the index. A term that is both a condition and a part of the ranking is looked up once; with many
 * terms the look-ups are most of a search's time.
 */
final class ClauseQueries {
  private final IndexSearcher searcher;
  private final Map<Term, TermStates> places = new HashMap<>();

  ClauseQueries(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  Query query(Clause clause) throws IOException {
    if (clause instanceof Clause.Contains contains) {
      Optional<Term> term = term(contains);
      return term.isPresent() ? termQuery(term.get()) : phrase(contains);
    } else if (clause instanceof Clause.Repeated repeated) {
      return new AtLeastQuery(counted(repeated), repeated.least());
    } else if (clause instanceof Clause.OfAccount of) {
      return of.accounts().isEmpty()
          ? new MatchNoDocsQuery()
          : new TermInSetQuery(Fields.ACCOUNT, of.accounts().stream().map(Fields::bytes).toList());
    } else if (clause instanceof Clause.Word
        || clause instanceof Clause.Sound
        || clause instanceof Clause.Tagged) {
      return termQuery(term(clause).orElseThrow());
    } else if (clause instanceof Clause.NearWord near) {
      return near(near);
    } else if (clause instanceof Clause.AnyOf any) {
      return all(any.of(), Occur.SHOULD);
    } else if (clause instanceof Clause.AllOf all) {
      return all.of().isEmpty() ? new MatchAllDocsQuery() : all(all.of(), Occur.FILTER);
    } else if (clause instanceof Clause.AtLeast some) {
      return some.least() <= 0
          ? new MatchAllDocsQuery()
          : new AtLeastQuery(sum(some.of()), some.least());
    }
    throw new IllegalArgumentException(clause.toString());
  }

  /** Scores a document by how often it contains the text. */
  private static Query counted(Clause.Repeated repeated) {
    Clause.Contains contains = new Clause.Contains(repeated.field(), repeated.text());
    Optional<Term> term = term(contains);
    return term.isPresent() ? new TermQuery(term.get()) : phrase(contains);
  }

  private TermQuery termQuery(Term term) throws IOException {
    TermStates known = places.get(term);
    if (known == null) {
      known = TermStates.build(searcher, term, false);
      places.put(term, known);
    }
    return new TermQuery(term, known);
  }

  /** Scores a document by the sum of the weights of the clauses that hold. */
  private Query sum(List<Weighted> weighted) throws IOException {
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    addTo(sum, weighted);
    return sum.build();
  }

  void addTo(BooleanQuery.Builder sum, List<Weighted> weighted) throws IOException {
    for (Weighted part : weighted) {
      Query constant = new ConstantScoreQuery(query(part.clause()));
      sum.add(new BoostQuery(constant, part.weight()), Occur.SHOULD);
    }
  }

  /** The term that is in exactly those documents for which the clause holds, if there is one. */
  static Optional<Term> term(Clause clause) {
    if (clause instanceof Clause.Word word) {
      return Optional.of(new Term(Fields.words(word.field()), word.word()));
    } else if (clause instanceof Clause.Sound sound) {
      return Optional.of(new Term(Fields.sounds(sound.field()), sound.sound()));
    } else if (clause instanceof Clause.Tagged tagged) {
      return Optional.of(Fields.term(Fields.TAG, tagged.tag()));
    } else if (clause instanceof Clause.Contains contains) {
      String text = contains.text();
      int length = text.codePointCount(0, text.length());
      if (length == 1) {
        return Optional.of(new Term(Fields.single(contains.field()), text));
      } else if (length == 2) {
        return Optional.of(new Term(Fields.pairs(contains.field()), text));
      }
    }
    return Optional.empty();
  }

  /** Pairs at 0, 2, 4, … and the last one cover each code point, so that the phrase is exact. */
  private static Query phrase(Clause.Contains contains) {
    int[] codePoints = contains.text().codePoints().toArray();
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    int last = codePoints.length - 2;
    for (int at = 0; at < last; at += 2) {
      phrase.add(pair(contains.field(), codePoints, at), at);
    }
    phrase.add(pair(contains.field(), codePoints, last), last);
    return phrase.build();
  }

  private static Term pair(IndexField field, int[] codePoints, int at) {
    return new Term(Fields.pairs(field), new String(codePoints, at, 2));
  }

  /**
   * FuzzyQuery would keep only the best of many words, and leave out pairs of words of which one
   * has a single letter; the automaton itself is exact.
   */
  private static Query near(Clause.NearWord near) {
    int first = near.word().offsetByCodePoints(0, 1);
    Automaton automaton =
        new LevenshteinAutomata(near.word().substring(first), true)
            .toAutomaton(1, near.word().substring(0, first));
    return new AutomatonQuery(
        new Term(Fields.words(near.field()), near.word()),
        automaton,
        Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
  }

  private Query all(List<Clause> clauses, Occur occur) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Clause clause : clauses) {
      all.add(query(clause), occur);
    }
    return all.build();
  }
}
