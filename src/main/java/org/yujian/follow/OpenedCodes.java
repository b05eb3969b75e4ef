package org.yujian.follow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import org.yujian.shared.json.Json;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.Recurring;

/**
 * Queues openings of landing pages and writes them in batches every second, so that no request
 * waits for the database. Openings beyond the queue's size are dropped and counted; a failed batch
 * is retried. A killed process loses its queue.
 */
@ApplicationScoped
@Startup
class OpenedCodes {

  static final int CAPACITY = 10_000;
  private static final int BATCH = 1_000;
  private static final Logger LOG = Logger.getLogger(OpenedCodes.class);

  /** {@code nanos} is the JVM's clock, because reading the database's time would cost a query. */
  private record Opening(String code, boolean preview, long nanos) {}

  private final ScanRepository scans;
  private final DatabaseClock clock;
  private final Counter dropped;
  private final BlockingQueue<Opening> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final List<Opening> batch = new ArrayList<>(BATCH);
  private final Recurring recurring =
      new Recurring(LOG, "Openings of landing pages cannot be written down; retrying");

  OpenedCodes(ScanRepository scans, DatabaseClock clock, MeterRegistry registry) {
    this.scans = scans;
    this.clock = clock;
    this.dropped =
        Counter.builder("yujian.scans.dropped")
            .description("Openings of landing pages that were not written down")
            .register(registry);
    Gauge.builder("yujian.scans.waiting", queue, BlockingQueue::size)
        .description("Openings of landing pages that are not written down yet")
        .register(registry);
  }

  /** Adds an opening to the queue without blocking; drops the opening when the queue is full. */
  void note(String code, boolean preview) {
    if (!queue.offer(new Opening(code, preview, System.nanoTime()))) {
      dropped.increment();
    }
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void scheduled() {
    recurring.run(this::runOnce);
  }

  void stop(@Observes ShutdownEvent stop) {
    try {
      runOnce();
    } catch (RuntimeException failure) {
      LOG.warnf("%d openings of landing pages are lost", batch.size() + queue.size());
    }
  }

  /** Writes the queue, oldest first, and returns the number of rows; a failed batch stays first. */
  synchronized int runOnce() {
    int written = 0;
    for (int rounds = 0; rounds <= CAPACITY / BATCH; rounds++) {
      queue.drainTo(batch, BATCH - batch.size());
      if (batch.isEmpty()) {
        return written;
      }
      QuarkusTransaction.requiringNew().run(() -> scans.insert(rows(clock.now())));
      written += batch.size();
      batch.clear();
    }
    return written;
  }

  private String rows(Instant now) {
    long nanos = System.nanoTime();
    ArrayNode rows = Json.mapper().createArrayNode();
    for (Opening opening : batch) {
      rows.addObject()
          .put("code", opening.code())
          .put("at", now.minusNanos(nanos - opening.nanos()).toString())
          .put("outcome", opening.preview() ? Scan.PREVIEW : Scan.OPENED);
    }
    return rows.toString();
  }
}
