package org.yujian.reader;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.Recurring;

/**
 * Deletes devices never used within a week of sign-up or unused for too long, readers without
 * devices, and expired tokens and codes. Runs on every node.
 */
@ApplicationScoped
class ReaderSweep {

  static final Duration UNUSED = Duration.ofDays(7);
  private static final int BATCH = 1_000;

  private final Recurring recurring =
      new Recurring(
          Logger.getLogger(ReaderSweep.class),
          "Devices that sleep cannot be removed; retrying every hour");

  private final DeviceRepository devices;
  private final ReaderRepository readers;
  private final ReaderService service;
  private final DatabaseClock clock;

  ReaderSweep(
      DeviceRepository devices,
      ReaderRepository readers,
      ReaderService service,
      DatabaseClock clock) {
    this.devices = devices;
    this.readers = readers;
    this.service = service;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
  void scheduled() {
    recurring.run(this::runOnce);
  }

  int runOnce() {
    Instant now = QuarkusTransaction.requiringNew().call(clock::now);
    Instant asleep = now.minus(Device.SLEEP);
    Instant unused = now.minus(UNUSED);
    QuarkusTransaction.requiringNew().run(() -> devices.deleteExpired(now));
    int gone = 0;
    int batch;
    do {
      batch =
          QuarkusTransaction.requiringNew().call(() -> devices.deleteIdle(asleep, unused, BATCH));
      gone += batch;
    } while (batch > 0);
    List<Long> abandoned;
    do {
      abandoned =
          QuarkusTransaction.requiringNew().call(() -> readers.abandoned(asleep, unused, BATCH));
      abandoned.forEach(service::removeAbandoned);
      gone += abandoned.size();
    } while (!abandoned.isEmpty());
    return gone;
  }
}
