package org.yujian.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Claimed deliveries by receiver, of which a few are sent at a time, so that a slow receiver delays
 * no other. For one thread; only the sending ends on others.
 *
 * @param <K> identifies a receiver
 * @param <T> a delivery, ready to be sent
 */
public final class Lanes<K, T> {

  /** Requests to one receiver at a time, from this node, unless a user says otherwise. */
  public static final int CONCURRENCY = 8;

  /** Longer than a delivery waits here and is sent. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  /** With the longest exchange shorter than the lease, so that nobody else sends it meanwhile. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(40).toNanos();

  private final int concurrency;
  private final Function<T, CompletableFuture<OutgoingResult>> send;
  private final Consumer<T> late;
  private final Map<K, Lane> lanes = new HashMap<>();

  /**
   * @param send sends one and handles the result
   * @param late gets those that waited too long
   */
  public Lanes(Function<T, CompletableFuture<OutgoingResult>> send, Consumer<T> late) {
    this(CONCURRENCY, send, late);
  }

  /**
   * @param concurrency requests to one receiver at a time
   */
  public Lanes(
      int concurrency, Function<T, CompletableFuture<OutgoingResult>> send, Consumer<T> late) {
    this.concurrency = concurrency;
    this.send = send;
    this.late = late;
  }

  /**
   * @param claimedAt monotonic time of the claim
   */
  public void add(K receiver, T delivery, long claimedAt) {
    lanes.computeIfAbsent(receiver, one -> new Lane()).add(new Claimed<>(delivery, claimedAt));
  }

  /** Sends as many as may be sent now, and goes on as they end. */
  public void go() {
    lanes.values().removeIf(Lane::idle);
    lanes.values().forEach(Lane::go);
  }

  private record Claimed<T>(T delivery, long at) {}

  private final class Lane {

    private final Queue<Claimed<T>> waiting = new ArrayDeque<>();
    private int sending;

    synchronized void add(Claimed<T> claimed) {
      waiting.add(claimed);
    }

    /** Whether nothing waits and nothing is being sent. */
    synchronized boolean idle() {
      return waiting.isEmpty() && sending == 0;
    }

    void go() {
      for (Claimed<T> next = take(); next != null; next = take()) {
        if (System.nanoTime() - next.at() > PATIENCE_NANOS) {
          ended();
          late.accept(next.delivery());
        } else {
          send.apply(next.delivery())
              .whenComplete(
                  (result, failure) -> {
                    ended();
                    go();
                  });
        }
      }
    }

    private synchronized Claimed<T> take() {
      if (sending == concurrency || waiting.isEmpty()) {
        return null;
      }
      sending++;
      return waiting.poll();
    }

    private synchronized void ended() {
      sending--;
    }
  }
}
