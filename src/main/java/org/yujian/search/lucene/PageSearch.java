package org.yujian.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery;

/** Answers searches of one state of an index. */
final class PageSearch {
  /** Document frequencies that no term knows are counted up to here. */
  private static final int FREQUENCY_BOUND = 10_000;

  private final IndexSearcher searcher;
  private final ClauseQueries queries;

  PageSearch(IndexSearcher searcher) {
    this.searcher = searcher;
    this.queries = new ClauseQueries(searcher);
  }

  IndexHits find(IndexQuery query) throws IOException {
    if (query.ranking().isEmpty() || query.size() == 0) {
      return inFeedOrder(query);
    }
    BooleanQuery.Builder ranked = conditions(query, query.scope());
    queries.addTo(ranked, query.ranking());
    return new RankedCollector(query.size(), query.countTo(), query.after())
        .search(searcher, ranked.build());
  }

  List<Hit> oldest(ArticleScope scope, Clause must, int size) throws IOException {
    IndexQuery query = new IndexQuery(scope, must, List.of(), Set.of(), null, size, 0);
    return new OldestCollector(size).search(searcher, conditions(query, scope).build()).hits();
  }

  long frequency(Clause clause) throws IOException {
    Optional<Term> term = ClauseQueries.term(clause);
    if (term.isPresent()) {
      return searcher.getIndexReader().docFreq(term.get());
    }
    return new FeedOrderCollector(0, FREQUENCY_BOUND)
        .search(searcher, queries.query(clause))
        .total();
  }

  /** A later page starts in the midst of each segment, so the total is counted apart. */
  private IndexHits inFeedOrder(IndexQuery query) throws IOException {
    ArticleScope all = query.scope();
    if (query.after() == null) {
      return feedPage(query, all, query.size(), query.countTo());
    }
    ArticleScope rest = all.below(query.after().feedOrder());
    return new IndexHits(
        feedPage(query, rest, query.size(), 0).hits(),
        feedPage(query, all, 0, query.countTo()).total());
  }

  private IndexHits feedPage(IndexQuery query, ArticleScope scope, int size, int countTo)
      throws IOException {
    return new FeedOrderCollector(size, countTo).search(searcher, conditions(query, scope).build());
  }

  private BooleanQuery.Builder conditions(IndexQuery query, ArticleScope scope) throws IOException {
    BooleanQuery.Builder conditions = new BooleanQuery.Builder();
    conditions.add(queries.query(query.must()), Occur.FILTER);
    addTerm(conditions, Fields.ACCOUNT, scope.account());
    addTerm(conditions, Fields.TAG, scope.tag());
    if (scope.from() != Long.MIN_VALUE || scope.below() != Long.MAX_VALUE) {
      conditions.add(between(scope.from(), scope.below()), Occur.FILTER);
    }
    if (!query.without().isEmpty()) {
      conditions.add(
          new TermInSetQuery(Fields.ID, query.without().stream().map(Fields::bytes).toList()),
          Occur.MUST_NOT);
    }
    return conditions;
  }

  private static void addTerm(BooleanQuery.Builder conditions, String field, UUID value) {
    if (value != null) {
      conditions.add(new TermQuery(Fields.term(field, value)), Occur.FILTER);
    }
  }

  /** Finds both ends by binary search in a sorted segment, instead of collecting all documents. */
  private static Query between(long from, long below) {
    long last = below == Long.MIN_VALUE ? below : below - 1;
    return new IndexSortSortedNumericDocValuesRangeQuery(
        Fields.ORDER, from, last, LongPoint.newRangeQuery(Fields.ORDER, from, last));
  }
}
