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
    return least(grams, shares.inAll());
  }

  /** As {@link #inAll} for their titles. */
  double inTitles(int[] grams) {
    return least(grams, shares.inTitles());
  }

  /** The rarest ones, at most so many: more only cost the index time, as the text is looked at. */
  int[] rarest(int[] grams, int most) {
    if (grams.length <= most) {
      return grams;
    }
    return Arrays.stream(grams)
        .boxed()
        .sorted(Comparator.comparingDouble(gram -> share(gram, shares.inAll())))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double least(int[] grams, float[] of) {
    double least = 1;
    for (int gram : grams) {
      least = Math.min(least, share(gram, of));
    }
    return grams.length == 0 ? 0 : least;
  }

  private double share(int gram, float[] of) {
    int place = Arrays.binarySearch(shares.grams(), gram);
    return place < 0 ? 0 : of[place];
  }
}
