package org.yujian.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
  private static final int THREADS = 8;

  /** Moved by the test. */
  private final AtomicLong nanos = new AtomicLong();

  private final TokenBuckets buckets =
      new TokenBuckets(
          600,
          Duration.ofMinutes(1),
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  /** Ten minutes in which each thread sends as much as is allowed to all. */
  @Test
  void manyThreadsOfOneCallerGetWhatTheLimitSays() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long taken = 0;
      for (int second = 0; second < 600; second++) {
        Callable<Long> caller =
            () -> IntStream.range(0, 20).filter(i -> buckets.take("a").taken()).count();
        List<Future<Long>> counts =
            threads.invokeAll(IntStream.range(0, THREADS).mapToObj(i -> caller).toList());
        for (Future<Long> count : counts) {
          taken += count.get();
        }
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
      }
      // A full bucket at first, then ten in a second.
      assertThat(taken).isCloseTo(600 + 10 * 599, withPercentage(2));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void callersDoNotTakeFromEachOther() {
    IntStream.range(0, 600).forEach(i -> assertThat(buckets.take("a").taken()).isTrue());
    assertThat(buckets.take("a").taken()).isFalse();
    assertThat(buckets.take("b")).isEqualTo(new BucketState(true, 599, 0));
  }

  @Test
  void anEmptyBucketSaysWhenTheNextTokenComes() {
    assertThat(buckets.isEmpty("a")).isFalse();
    IntStream.range(0, 600).forEach(i -> buckets.take("a"));
    assertThat(buckets.isEmpty("a")).isTrue();
    BucketState refused = buckets.take("a");
    assertThat(refused.waitNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    assertThat(refused.waitSeconds()).isEqualTo(1);
    nanos.addAndGet(refused.waitNanos());
    assertThat(buckets.take("a").taken()).isTrue();
    assertThat(buckets.take("a").taken()).isFalse();
    buckets.clear();
    assertThat(buckets.take("a").remaining()).isEqualTo(599);
  }
}
