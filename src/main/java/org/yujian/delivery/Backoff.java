package org.yujian.delivery;

import java.time.Duration;
import java.util.List;

/**
 * When a failed attempt is repeated.
 *
 * @param delays delays after the first, second and further attempts; after the last one there is no
 *     more
 */
public record Backoff(List<Duration> delays) {

  /** Share by which delays differ, so that what failed together is not repeated together. */
  private static final double JITTER = 0.1;

  /**
   * Time until the next attempt; null when there is none.
   *
   * @param attempts number of attempts until now
   * @param random from 0 to 1
   */
  public Duration after(int attempts, double random) {
    if (attempts > delays.size()) {
      return null;
    }
    double factor = 1 + JITTER * (2 * random - 1);
    return Duration.ofMillis(Math.round(delays.get(attempts - 1).toMillis() * factor));
  }
}
