package org.yujian.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/**
 * Documents to which a query gives at least this score. The query is a sum of constant scores, so
 * the bound is also given to its scorer as the lowest competitive score: it then skips documents
 * whose clauses cannot add up to it. Scores that the scorer rounds are compared again here.
 */
final class AtLeastQuery extends Query {
  private final Query scored;
  private final int least;

  /**
   * @param least more than 0
   */
  AtLeastQuery(Query scored, int least) {
    this.scored = scored;
    this.least = least;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = scored.rewrite(searcher);
    return rewritten == scored ? super.rewrite(searcher) : new AtLeastQuery(rewritten, least);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight weight = scored.createWeight(searcher, ScoreMode.TOP_SCORES, 1);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        ScorerSupplier supplier = weight.scorerSupplier(leaf);
        return supplier == null ? null : new AtLeastSupplier(this, supplier, mode, score());
      }

      @Override
      public Scorer scorer(LeafReaderContext leaf) throws IOException {
        ScorerSupplier supplier = scorerSupplier(leaf);
        return supplier == null ? null : supplier.get(Long.MAX_VALUE);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return weight.isCacheable(leaf);
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    scored.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "AtLeast(" + scored.toString(field) + ", " + least + ")";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && scored.equals(((AtLeastQuery) other).scored)
        && least == ((AtLeastQuery) other).least;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), scored, least);
  }

  private final class AtLeastSupplier extends ScorerSupplier {
    private final Weight weight;
    private final ScorerSupplier supplier;
    private final ScoreMode mode;
    private final float score;

    AtLeastSupplier(Weight weight, ScorerSupplier supplier, ScoreMode mode, float score) {
      this.weight = weight;
      this.supplier = supplier;
      this.mode = mode;
      this.score = score;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      // Without this call the scorer would not make use of a lowest competitive score.
      supplier.setTopLevelScoringClause();
      Scorer scorer = supplier.get(leadCost);
      scorer.setMinCompetitiveScore(least);
      return new ConstantScoreScorer(weight, score, mode, new ReachesLeast(scorer));
    }

    @Override
    public long cost() {
      return supplier.cost();
    }
  }

  /** Checks the exact score of the documents that the scorer proposes. */
  private final class ReachesLeast extends TwoPhaseIterator {
    private final Scorer scorer;
    private final TwoPhaseIterator twoPhase;

    ReachesLeast(Scorer scorer) {
      super(
          scorer.twoPhaseIterator() == null
              ? scorer.iterator()
              : scorer.twoPhaseIterator().approximation());
      this.scorer = scorer;
      this.twoPhase = scorer.twoPhaseIterator();
    }

    @Override
    public boolean matches() throws IOException {
      return (twoPhase == null || twoPhase.matches()) && scorer.score() >= least;
    }

    @Override
    public float matchCost() {
      return twoPhase == null ? 10 : twoPhase.matchCost() + 10;
    }
  }
}
