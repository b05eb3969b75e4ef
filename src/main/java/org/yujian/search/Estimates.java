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

  private static final int LOOKS = 3;

  /**
   * What is asked of a sample that says there are more than anybody counts.
   *
   * @param deviations so many standard errors below the estimate there must still be more; the
   *     error is that of a sample of clusters (Cochran, Sampling Techniques, 1977, chapter 6: ratio
   *     estimates): words come in waves, and texts of one part say the same
   * @param chance a word that is even where it stands, and missing elsewhere, shows no error at all
   *     when no part of the sample lies elsewhere: of one that stands in the fraction p of the feed
   *     so do p^parts of all samples, which say 1/p times too much. At most so often may that make
   *     of few more than anybody counts
   */
  record Demand(double deviations, double chance) {
    static final Demand OF_ALL = new Demand(4, 1e-4);

    /** So few parts know their own error less well (Student's distribution). */
    static final Demand OF_FIRST = new Demand(5, 1e-2);
  }

  private static final int FEWEST_PARTS = 6;

  /** A look into these says enough of what is very common, or far from it. */
  private static final int FIRST_PARTS = 8;

  /** Fewer than this part of what is counted are few, and no more parts are asked. */
  private static final double FEW = 0.7;

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
    Estimate first = judge(met, sample, share, shares.articles(), Demand.OF_FIRST);
    boolean few = first.hits * shares.articles() < FEW * SearchTotal.MOST;
    if (few || first.many || met.size() == sample.bands().length) {
      return first;
    }
    met.addAll(met(term, sample.parts(met.size(), sample.bands().length)));
    return judge(met, sample, share, shares.articles(), Demand.OF_ALL);
  }

  private List<Sampled> met(Term term, Sample parts) {
    return counts.sample(term, shares.rarest(term.grams()), parts.bands(), SAMPLED, LOOKS);
  }

  /**
   * What a sample says.
   *
   * @param met in the first parts of it
   * @param share of the articles, that have the rarest gram
   * @param all articles there are
   */
  static Estimate judge(List<Sampled> met, Sample sample, double share, long all, Demand demand) {
    double parts = met.size();
    double articles = Math.max(1, sample.parts(0, met.size()).articles());
    double grams = met.stream().mapToInt(Sampled::grams).sum() / articles;
    double hits = met.stream().mapToDouble(Sampled::there).sum() / articles;
    double errors = 0;
    for (int part = 0; part < met.size(); part++) {
      errors += Math.pow(met.get(part).there() - hits * sample.sizes()[part], 2);
    }
    double spread = hits - demand.deviations * Math.sqrt(errors * parts / (parts - 1)) / articles;
    double least = Math.min(spread, hits * Math.pow(demand.chance, 1 / parts));
    boolean many = parts >= FEWEST_PARTS && least * all > SearchTotal.MOST;
    if (met.stream().noneMatch(part -> part.grams() == SAMPLED)) {
      return new Estimate(grams, hits, many);
    }
    // Where not all were counted there are more; at most as many as have the rarest gram.
    double most = Math.max(grams, share);
    return new Estimate(most, most * hits / grams, many);
  }
}
