package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yujian.search.CountRepository.Sampled;
import org.yujian.search.GramShareRepository.Sample;
import org.yujian.search.SearchRepository.Span;

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
   * estimates): words come in waves, and texts of one part say the same. Of terms in just as many
   * articles about one in 300 gets the wrong relation, of others hardly any.
   */
  private static final double DEVIATIONS = 4;

  private static final int FEWEST_PARTS = 6;

  /** A look into these says enough of what is very common, or far from it. */
  private static final int FIRST_PARTS = 8;

  /** So few parts know their own error less well (Student's distribution). */
  private static final double DEVIATIONS_OF_FIRST = 5;

  /** Far from what is counted is this part of it, or that of which it is this part. */
  private static final double FAR = 0.7;

  /** As many in the newest articles alone, when they were counted. */
  private static final double MANY_COUNTED = 1.2 * SearchTotal.MOST;

  @Inject SearchRepository repository;
  @Inject CountRepository counts;
  @Inject GramShares shares;

  /**
   * How common the term is in the whole feed, by a sample of it.
   *
   * @param grams the share of articles with its grams
   * @param hits the share of articles with it
   * @param many they are more than anybody counts
   */
  record Estimate(Span span, double grams, double hits, boolean many) {}

  /** Empty for rare terms, in a part of the articles, and while the index is made anew. */
  Optional<Estimate> of(Term term, ArticleScope scope) {
    Sample sample = shares.sample();
    double share = shares.inAll(term.grams());
    boolean part = scope.account() != null || scope.tag() != null;
    if (part || sample.bands().length == 0 || share == 0) {
      return Optional.empty();
    }
    Span span = repository.span();
    if (!span.marked()) {
      return Optional.empty();
    }
    if (term.exact() && share * shares.counted() > MANY_COUNTED) {
      return Optional.of(new Estimate(span, share, share, true));
    }
    return Optional.of(look(term, span, sample));
  }

  private Estimate look(Term term, Span span, Sample sample) {
    List<Sampled> met = new ArrayList<>(met(term, sample.parts(0, FIRST_PARTS)));
    Estimate first = estimate(term, met, sample, span, DEVIATIONS_OF_FIRST);
    double articles = first.hits * shares.articles();
    boolean few = articles < FAR * SearchTotal.MOST;
    boolean many = first.many && FAR * articles > SearchTotal.MOST;
    if (few || many) {
      return first;
    }
    if (met.size() < sample.bands().length) {
      met.addAll(met(term, sample.parts(met.size(), sample.bands().length)));
    }
    return estimate(term, met, sample, span, DEVIATIONS);
  }

  private List<Sampled> met(Term term, Sample parts) {
    return counts.sample(term, shares.rarest(term.grams()), parts.bands(), SAMPLED, LOOKS);
  }

  private Estimate estimate(
      Term term, List<Sampled> met, Sample sample, Span span, double deviations) {
    double parts = met.size();
    double articles = Math.max(1, sample.parts(0, met.size()).articles());
    double grams = met.stream().mapToInt(Sampled::grams).sum() / articles;
    double hits = met.stream().mapToDouble(Sampled::there).sum() / articles;
    double errors = 0;
    for (int part = 0; part < met.size(); part++) {
      errors += Math.pow(met.get(part).there() - hits * sample.sizes()[part], 2);
    }
    double least = hits - deviations * Math.sqrt(errors * parts / (parts - 1)) / articles;
    boolean many = parts >= FEWEST_PARTS && least * shares.articles() > SearchTotal.MOST;
    if (met.stream().noneMatch(part -> part.grams() == SAMPLED)) {
      return new Estimate(span, grams, hits, many);
    }
    // Where not all were counted there are more; at most as many as have the rarest gram.
    double most = Math.max(grams, shares.inAll(term.grams()));
    return new Estimate(span, most, most * hits / grams, many);
  }
}
