package org.yujian.search;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Comparator;
import org.yujian.search.GramShareRepository.Shares;

/**
 * How common grams are, from a sample of the newest articles that all nodes share; this node's copy
 * of it. Only speed and the order of several terms depend on it, never what is found.
 */
@ApplicationScoped
class GramShares {

  @Inject GramShareRepository repository;

  private volatile Shares shares = Shares.NONE;

  /** Reads the table again: it is small, and another node may have counted. */
  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  public void read() {
    shares = repository.shares();
  }

  /** About how many articles can be found. */
  long articles() {
    return shares.articles();
  }

  /** In which part of the articles the rarest of these stands; 0 for what is rare. */
  double inAll(int[] grams) {
    Shares now = shares;
    return least(grams, now, now.inAll());
  }

  /** As {@link #inAll} for their titles. */
  double inTitles(int[] grams) {
    Shares now = shares;
    return least(grams, now, now.inTitles());
  }

  /** The rarest ones, at most so many: more only cost the index time, as the text is looked at. */
  int[] rarest(int[] grams, int most) {
    if (grams.length <= most) {
      return grams;
    }
    Shares now = shares;
    return Arrays.stream(grams)
        .boxed()
        .sorted(Comparator.comparingDouble(gram -> share(gram, now, now.inAll())))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Grams and shares of one count: another one may take its place at any moment. */
  private static double least(int[] grams, Shares now, float[] of) {
    double least = 1;
    for (int gram : grams) {
      least = Math.min(least, share(gram, now, of));
    }
    return grams.length == 0 ? 0 : least;
  }

  private static double share(int gram, Shares now, float[] of) {
    int place = Arrays.binarySearch(now.grams(), gram);
    return place < 0 ? 0 : of[place];
  }
}
