package org.yujian.sync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.yujian.change.ChangeConsumer;
import org.yujian.change.LogBatch;
import org.yujian.change.LogFilter;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.settings.Settings;

/**
 * Sends hints, the events of {@code /v1/events}, to this node's clients in a separate thread, so
 * that the tailer only hands rows over. A client that falls {@value #WAITING} events behind is
 * dropped, and reconnects with the token of its last event.
 */
@ApplicationScoped
class LiveHints implements ChangeConsumer {
  static final int WAITING = 32;
  private static final Logger LOG = Logger.getLogger(LiveHints.class);
  private static final int BATCHES = 1_000;
  private static final long HEARTBEAT_SECONDS = 15;

  private final Settings settings;
  private final MeterRegistry registry;

  private final Set<HintClient> clients = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final LinkedBlockingQueue<LogBatch> waiting = new LinkedBlockingQueue<>(BATCHES);
  private volatile boolean lost;
  private Thread thread;

  LiveHints(Settings settings, MeterRegistry registry) {
    this.settings = settings;
    this.registry = registry;
  }

  void onStart(@Observes StartupEvent start) {
    Gauge.builder("yujian.hints.clients", connections, AtomicInteger::get)
        .description("Clients that listen to live hints on this node")
        .register(registry);
    thread = new Thread(this::run, "yujian-hints");
    thread.setDaemon(true);
    thread.start();
  }

  void onStop(@Observes ShutdownEvent stop) {
    thread.interrupt();
  }

  @Override
  public void tailed(LogBatch batch) {
    if (batch.reset() || !waiting.offer(batch)) {
      // The next batch would follow a gap. Dropped clients reconnect and resume from the log.
      lost = true;
      waiting.offer(batch);
    }
  }

  /**
   * Stream of a new client; may throw {@code too-many-clients}. The client is registered first and
   * keeps batches that are read before its first event is sent.
   */
  Multi<OutboundSseEvent> stream(LogFilter filter, Supplier<HintStart> start) {
    if (connections.incrementAndGet() > settings.eventClients()) {
      connections.decrementAndGet();
      throw ProblemCode.TOO_MANY_CLIENTS.problem();
    }
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            emitter -> register(filter, emitter, start), BackPressureStrategy.IGNORE)
        .onOverflow()
        .buffer(WAITING)
        .onFailure(BackPressureFailure.class)
        .invoke(() -> LOG.info("A client that does not read live hints is dropped"))
        .onTermination()
        .invoke(() -> connections.decrementAndGet())
        // The first event reads the database, which must not block the connection's thread.
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private void register(
      LogFilter filter,
      MultiEmitter<? super OutboundSseEvent> connection,
      Supplier<HintStart> start) {
    HintClient client = new HintClient(filter, connection);
    connection.onTermination(() -> clients.remove(client));
    clients.add(client);
    client.begin(start.get());
  }

  /** Whether no batch is left to send; for tests. */
  boolean isSettled() {
    return !lost && waiting.isEmpty();
  }

  int clients() {
    return clients.size();
  }

  private void run() {
    long beat = System.nanoTime();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        LogBatch batch = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        boolean late = System.nanoTime() - beat > TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
        beat = late ? System.nanoTime() : beat;
        send(batch, late);
      }
    } catch (InterruptedException end) {
      dropAll();
    }
  }

  /** A failure drops the clients, which reconnect; the thread goes on. */
  private void send(LogBatch batch, boolean heartbeat) {
    try {
      if (lost) {
        dropAll();
      } else if (batch != null) {
        send(batch);
      }
      if (heartbeat) {
        clients.forEach(HintClient::heartbeat);
      }
    } catch (RuntimeException failure) {
      LOG.error("Live hints could not be sent; all clients reconnect", failure);
      dropAll();
    }
  }

  private void send(LogBatch batch) {
    // Most clients share a few filters, so each filter's event is made once.
    Map<LogFilter, Optional<OutboundSseEvent>> made = new HashMap<>();
    for (HintClient client : clients) {
      client.send(
          batch,
          filter ->
              made.computeIfAbsent(filter, f -> HintEvents.of(batch.rows(), batch.token(), f)));
    }
  }

  private void dropAll() {
    lost = false;
    waiting.clear();
    new ArrayList<>(clients).forEach(HintClient::end);
  }
}
