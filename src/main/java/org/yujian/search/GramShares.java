package org.yujian.search;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.yujian.search.Bands.Part;
import org.yujian.search.GramShareRepository.Sample;
import org.yujian.search.GramShareRepository.Shares;
import org.yujian.search.SearchRepository.Span;
import org.yujian.search.index.ArticleScope;
import org.yujian.shared.transaction.Recurring;

/**
 * How common grams are, from a sample of the newest articles that all nodes share; this node's copy
 * of it. Only speed and the order of several terms depend on it, never what is found. And a sample
 * of the whole feed, which says whether there are more of something than anybody counts.
 */
@ApplicationScoped
public class GramShares {
  private static final Logger LOG = Logger.getLogger(GramShares.class);

  @Inject GramShareRepository repository;

  private final Recurring reading =
      new Recurring(LOG, "Grams' counts cannot be read; trying on every half minute");

  /**
   * Parts of the feed in the sample: how many at most, and how many articles they have together.
   */
  private static final int PARTS = 48;

  private static final int ARTICLES = 16_000;

  /** Articles of a part, on average at least and at most. */
  private static final int LEAST = 125;

  private static final int MOST = 4_000;

  /** By chance whole pages of the table are read, of some neighbours each. */
  private static final double PLACES = 1_000;

  /** More grams than these make a gathering no shorter. */
  private static final int MOST_GRAMS = 8;

  @Inject SearchRepository index;

  private volatile Shares shares = Shares.NONE;
  private volatile Sample sample = Sample.NONE;
  private volatile Density density = Density.UNKNOWN;

  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    reading.run(this::read);
  }

  /** Reads the table again: it is small, and another node may have counted. */
  @Transactional
  public void read() {
    shares = repository.shares();
    Optional<Span> span = index.span();
    density = span.map(repository::density).orElse(Density.UNKNOWN);
    sample = span.filter(known -> articles() > 0).map(this::choose).orElse(Sample.NONE);
  }

  private Sample choose(Span span) {
    int length = Bands.length(articles(), span.oldest(), span.newest(), LEAST);
    List<Long> places =
        new ArrayList<>(repository.places(Math.min(100, 100 * PLACES / articles())));
    Collections.shuffle(places);
    List<Integer> marks =
        places.stream().map(place -> Bands.mark(length, place)).distinct().limit(PARTS).toList();
    return repository.sizes(marks, MOST).first(ARTICLES);
  }

  /** Of the whole feed; of no parts while the index is made anew, and before anybody counted. */
  Sample sample() {
    return sample;
  }

  /**
   * Where to look part by part of the feed. Empty within an account or tag, while the index is made
   * anew, and before it is sampled: then everything is walked through or gathered at once.
   */
  Optional<Span> span(ArticleScope scope) {
    return scope.ofEverybody() && sample.bands().length > 0 ? index.span() : Optional.empty();
  }

  /** As {@link Density#newestFirst}. */
  List<Part> parts(Span span, ArticleScope scope, int wanted, double there) {
    return density.newestFirst(span, scope, wanted, there);
  }

  /** About how many articles can be found. */
  long articles() {
    return shares.articles();
  }

  /** How many articles were looked at for the shares. */
  long counted() {
    return shares.counted();
  }

  /**
   * In which part of the articles the rarest of these stands; 0 for what is rare, 1 for none of
   * them: punctuation is no gram, and may be anywhere.
   */
  public double inAll(int[] grams) {
    Shares now = shares;
    return least(grams, now, now.inAll());
  }

  /** The same of all these, as if they had nothing to do with each other. */
  public double inAll(List<Term> terms) {
    return product(terms, term -> inAll(term.grams()));
  }

  /** Which part of all accounts so many are: about as many of the articles are theirs. */
  double ofAccounts(int some) {
    return some == 0 ? 0 : (double) some / Math.max(some, shares.accounts());
  }

  /** As {@link #inAll(List)} for their titles. */
  double inTitles(List<Term> terms) {
    return product(terms, term -> inTitles(term.grams()));
  }

  /** As if they had nothing to do with each other. */
  static <T> double product(List<T> terms, ToDoubleFunction<T> share) {
    return terms.stream().mapToDouble(share).reduce(1, (one, other) -> one * other);
  }

  /** As {@link #inAll(int[])} for their titles. */
  double inTitles(int[] grams) {
    Shares now = shares;
    return least(grams, now, now.inTitles());
  }

  /**
   * In how many titles, about, and one more of those that were counted: what stood in none of them
   * may stand in the next one.
   */
  double countOfTitles(int[] grams) {
    return articles() * (inTitles(grams) + 1.0 / Math.max(1, counted()));
  }

  /** The rarest of many: more only cost the index time, as the text is looked at. */
  int[] rarest(int[] grams) {
    if (grams.length <= MOST_GRAMS) {
      return grams;
    }
    Shares now = shares;
    return Arrays.stream(grams)
        .boxed()
        .sorted(Comparator.comparingDouble(gram -> share(gram, now, now.inAll())))
        .limit(MOST_GRAMS)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Grams and shares of one count: another one may take its place at any moment. */
  private static double least(int[] grams, Shares now, float[] of) {
    double least = 1;
    for (int gram : grams) {
      least = Math.min(least, share(gram, now, of));
    }
    return least;
  }

  private static double share(int gram, Shares now, float[] of) {
    int place = Arrays.binarySearch(now.grams(), gram);
    return place < 0 ? 0 : of[place];
  }
}
