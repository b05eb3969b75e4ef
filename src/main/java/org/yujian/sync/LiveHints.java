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
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.yujian.change.ChangeConsumer;
import org.yujian.change.CommittedChange;
import org.yujian.change.LogFilter;
import org.yujian.change.Tailed;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.settings.Settings;

/**
 * The clients that listen on this node. One thread of its own sends: the tailer only hands rows
 * over. A client whose connection does not take {@value #WAITING} events in time is dropped, and
 * comes back with the token of the last one it got.
 */
@ApplicationScoped
class LiveHints implements ChangeConsumer {
  static final int WAITING = 32;
  private static final Logger LOG = Logger.getLogger(LiveHints.class);
  private static final int BATCHES = 1_000;
  private static final long HEARTBEAT_SECONDS = 15;

  @Inject Settings settings;
  @Inject MeterRegistry registry;

  /** Somebody who listens. */
  private record Client(LogFilter filter, MultiEmitter<? super OutboundSseEvent> connection) {}

  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private final AtomicInteger places = new AtomicInteger();
  private final LinkedBlockingQueue<Tailed> waiting = new LinkedBlockingQueue<>(BATCHES);
  private volatile boolean lost;
  private Thread thread;

  void onStart(@Observes StartupEvent start) {
    Gauge.builder("yujian.hints.clients", places, AtomicInteger::get)
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
  public void tailed(Tailed batch) {
    if (batch.reset() || !waiting.offer(batch)) {
      // What is sent next would have a gap before it: all begin again, from the log.
      lost = true;
      waiting.offer(batch);
    }
  }

  /**
   * What a new client gets, from now on: first {@code before}, which is made when it is registered
   * already, so that nothing falls between.
   *
   * @throws org.yujian.shared.problem.Problem {@code too-many-clients}
   */
  Multi<OutboundSseEvent> stream(LogFilter filter, HintSource before) {
    if (places.incrementAndGet() > settings.eventClients()) {
      places.decrementAndGet();
      throw ProblemCode.TOO_MANY_CLIENTS.problem();
    }
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            emitter -> register(new Client(filter, emitter), before), BackPressureStrategy.IGNORE)
        .onOverflow()
        .buffer(WAITING)
        .onFailure(BackPressureFailure.class)
        .invoke(() -> LOG.info("A client that does not read live hints is dropped"))
        .onTermination()
        .invoke(() -> places.decrementAndGet())
        // The first event is read from the database: not in the thread of the connection.
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /** Makes the first event. */
  @FunctionalInterface
  interface HintSource {
    OutboundSseEvent get();
  }

  private void register(Client client, HintSource before) {
    client.connection().onTermination(() -> clients.remove(client));
    clients.add(client);
    client.connection().emit(before.get());
  }

  /** Whether all that was handed over is sent. */
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
        Tailed batch = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        if (lost) {
          dropAll();
        } else if (batch != null) {
          send(batch);
        }
        if (System.nanoTime() - beat > TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS)) {
          beat = System.nanoTime();
          clients.forEach(client -> client.connection().emit(HintEvents.heartbeat()));
        }
      }
    } catch (InterruptedException end) {
      dropAll();
    }
  }

  private void send(Tailed batch) {
    Map<LogFilter, OutboundSseEvent> made = new HashMap<>();
    for (Client client : clients) {
      OutboundSseEvent event = made.computeIfAbsent(client.filter(), f -> event(batch, f));
      if (event != HintEvents.heartbeat()) {
        client.connection().emit(event);
      }
    }
  }

  /** The heartbeat where nothing matches: nobody is told then. */
  private static OutboundSseEvent event(Tailed batch, LogFilter filter) {
    List<CommittedChange> rows = batch.rows().stream().filter(filter::matches).toList();
    return rows.isEmpty()
        ? HintEvents.heartbeat()
        : HintEvents.hint(Hint.of(rows), batch.token().encode(filter.text()));
  }

  private void dropAll() {
    lost = false;
    waiting.clear();
    new ArrayList<>(clients).forEach(client -> client.connection().complete());
  }
}
