package org.yujian.webhook;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.yujian.delivery.OutgoingResult;

/** The claimed deliveries of one endpoint, of which a few are sent at a time. */
final class Lane {

  /** Requests to one endpoint at a time, from this node. */
  static final int CONCURRENCY = 8;

  /** With the longest exchange shorter than the lease, so that nobody else sends it meanwhile. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(40).toNanos();

  /** A delivery with its event. */
  record Prepared(ClaimedDelivery delivery, EventBodies.Made event) {}

  private final Function<Prepared, CompletableFuture<OutgoingResult>> send;
  private final Consumer<Prepared> late;
  private final Queue<Prepared> waiting = new ArrayDeque<>();
  private int sending;

  /**
   * @param send sends one and handles the result
   * @param late gets those that waited too long
   */
  Lane(Function<Prepared, CompletableFuture<OutgoingResult>> send, Consumer<Prepared> late) {
    this.send = send;
    this.late = late;
  }

  synchronized void add(Prepared prepared) {
    waiting.add(prepared);
  }

  /** Whether nothing waits and nothing is being sent. */
  synchronized boolean idle() {
    return waiting.isEmpty() && sending == 0;
  }

  /** Sends as many as may be sent now. */
  void go() {
    for (Prepared next = take(); next != null; next = take()) {
      if (System.nanoTime() - next.delivery().claimedAt() > PATIENCE_NANOS) {
        ended();
        late.accept(next);
      } else {
        send.apply(next)
            .whenComplete(
                (result, failure) -> {
                  ended();
                  go();
                });
      }
    }
  }

  private synchronized Prepared take() {
    if (sending == CONCURRENCY || waiting.isEmpty()) {
      return null;
    }
    sending++;
    return waiting.poll();
  }

  private synchronized void ended() {
    sending--;
  }
}
