package org.yujian.shared.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * One token bucket per caller, all of one size. A bucket is full at first and refills evenly. The
 * callers of the longest time ago are forgotten beyond 100,000; a forgotten bucket was full again,
 * or its caller is one of very many.
 */
public final class TokenBuckets {

  private static final int MAX_CALLERS = 100_000;

  private final long size;
  private final Duration per;
  private final TimeMeter clock;
  private final Cache<String, Bucket> buckets;

  /**
   * @param size tokens of a full bucket, at least 1
   * @param per time in which an empty bucket becomes full
   */
  public TokenBuckets(long size, Duration per) {
    this(size, per, TimeMeter.SYSTEM_NANOTIME);
  }

  TokenBuckets(long size, Duration per, TimeMeter clock) {
    this.size = size;
    this.per = per;
    this.clock = clock;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_CALLERS)
            .expireAfterAccess(per.multipliedBy(2))
            .build();
  }

  /** Takes one token of the caller. Two atomic operations and no lock for a known caller. */
  public BucketState take(String caller) {
    Bucket bucket = bucket(caller);
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    long wait = probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill();
    return new BucketState(probe.isConsumed(), probe.getRemainingTokens(), wait);
  }

  /** Whether {@link #take} would be refused now. */
  public boolean isEmpty(String caller) {
    return bucket(caller).getAvailableTokens() == 0;
  }

  /** Fills all buckets. */
  public void clear() {
    buckets.invalidateAll();
  }

  long size() {
    return size;
  }

  Duration per() {
    return per;
  }

  private Bucket bucket(String caller) {
    // Caffeine's get(key, function) may lock even where the key is present.
    Bucket known = buckets.getIfPresent(caller);
    return known != null ? known : buckets.get(caller, c -> full());
  }

  private Bucket full() {
    Bandwidth limit = Bandwidth.builder().capacity(size).refillGreedy(size, per).build();
    return Bucket.builder().addLimit(limit).withCustomTimePrecision(clock).build();
  }
}
