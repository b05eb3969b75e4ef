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

  /**
   * So many parts are looked into, and more where these leave a doubt: the first ones tell what is
   * very common, or far from it. The last ones only of phrases, whose texts must be read to count
   * them; words are counted in less time.
   */
  private static final List<Integer> PARTS_OF_WORDS = List.of(8, 24);

  private static final List<Integer> PARTS_OF_PHRASES = List.of(8, 24, 48);

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
    List<Sampled> met = new ArrayList<>();
    Estimate estimate = null;
    for (int parts : term.exact() ? PARTS_OF_WORDS : PARTS_OF_PHRASES) {
      Demand demand = met.isEmpty() ? Demand.OF_FIRST : Demand.OF_ALL;
      met.addAll(met(term, sample.parts(met.size(), parts)));
      estimate = judge(met, sample, share, shares.articles(), demand);
      boolean few = estimate.hits * shares.articles() < FEW * SearchTotal.MOST;
      if (few || estimate.many || met.size() == sample.bands().length) {
        break;
      }
    }
    return estimate;
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
