package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.yujian.search.CountRepository.Sampled;
import org.yujian.search.GramShareRepository.Sample;

/**
 * How common terms are in the whole feed. A pair of characters is known by its share; a phrase is
 * looked for in some parts of the feed, and in more of them where that leaves a doubt.
 */
@ApplicationScoped
class Estimates {

  /** Texts of one part of a sample: how many are counted, and read. */
  private static final int SAMPLED = 50;

  private static final int LOOKS = 5;

  /**
   * As many standard errors below the estimate there must still be more than anybody counts. The
   * error is that of a sample of clusters (Cochran, Sampling Techniques, 1977, chapter 6: ratio
   * estimates): words come in waves, and texts of one part say the same.
   */
  private static final double DEVIATIONS = 4;

  private static final int FEWEST_PARTS = 6;

  /** A look into these says enough of what is very common, or far from it. */
  private static final int FIRST_PARTS = 8;

  /** So few parts know their own error less well (Student's distribution). */
  private static final double DEVIATIONS_OF_FIRST = 5;

  /**
   * Far from what is counted is this part of it, or that of which it is this part. What is not far
   * is counted: a word that is even where it is, and missing elsewhere, shows no error at all when
   * no part of the sample lies elsewhere.
   */
  private static final double FAR = 0.7;

  /** As many in the newest articles alone, when they were counted. */
  private static final double MANY_COUNTED = 1.2 * SearchTotal.MOST;

  @Inject CountRepository counts;
  @Inject GramShares shares;

  /**
   * How common the term is in the whole feed, by a sample of it.
   *
   * @param grams the share of articles with its grams
   * @param hits the share of articles with it
   * @param many they are more than anybody counts
   */
  record Estimate(double grams, double hits, boolean many) {}

  /** Of a term that is common enough to have a share. */
  Estimate of(Term term) {
    double share = shares.inAll(term.grams());
    if (term.exact() && share * shares.counted() > MANY_COUNTED) {
      return new Estimate(share, share, true);
    }
    Sample sample = shares.sample();
    List<Sampled> met = new ArrayList<>(met(term, sample.parts(0, FIRST_PARTS)));
    Estimate first = estimate(term, met, sample, DEVIATIONS_OF_FIRST);
    boolean few = first.hits * shares.articles() < FAR * SearchTotal.MOST;
    if (few || first.many) {
      return first;
    }
    if (met.size() < sample.bands().length) {
      met.addAll(met(term, sample.parts(met.size(), sample.bands().length)));
    }
    return estimate(term, met, sample, DEVIATIONS);
  }

  private List<Sampled> met(Term term, Sample parts) {
    return counts.sample(term, shares.rarest(term.grams()), parts.bands(), SAMPLED, LOOKS);
  }

  private Estimate estimate(Term term, List<Sampled> met, Sample sample, double deviations) {
    double parts = met.size();
    double articles = Math.max(1, sample.parts(0, met.size()).articles());
    double grams = met.stream().mapToInt(Sampled::grams).sum() / articles;
    double hits = met.stream().mapToDouble(Sampled::there).sum() / articles;
    double errors = 0;
    for (int part = 0; part < met.size(); part++) {
      errors += Math.pow(met.get(part).there() - hits * sample.sizes()[part], 2);
    }
    double least = hits - deviations * Math.sqrt(errors * parts / (parts - 1)) / articles;
    boolean many =
        parts >= FEWEST_PARTS && Math.min(least, FAR * hits) * shares.articles() > SearchTotal.MOST;
    if (met.stream().noneMatch(part -> part.grams() == SAMPLED)) {
      return new Estimate(grams, hits, many);
    }
    // Where not all were counted there are more; at most as many as have the rarest gram.
    double most = Math.max(grams, shares.inAll(term.grams()));
    return new Estimate(most, most * hits / grams, many);
  }
}
