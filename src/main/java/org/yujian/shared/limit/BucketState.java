package org.yujian.shared.limit;

import java.util.concurrent.TimeUnit;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/**
 * Result of taking a token.
 *
 * @param taken false when the bucket was empty
 * @param remaining tokens left
 * @param waitNanos time until the next token of an empty bucket, else 0
 */
public record BucketState(boolean taken, long remaining, long waitNanos) {

  static final BucketState UNLIMITED = new BucketState(true, Long.MAX_VALUE, 0);

  /** Throws 429 with {@code Retry-After} unless a token was taken. */
  public void require() {
    if (!taken) {
      throw refusal();
    }
  }

  Problem refusal() {
    return ProblemCode.TOO_MANY_REQUESTS
        .problem()
        .header("Retry-After", Long.toString(waitSeconds()));
  }

  /** Whole seconds, at least 1. */
  long waitSeconds() {
    return TimeUnit.NANOSECONDS.toSeconds(waitNanos) + 1;
  }
}
