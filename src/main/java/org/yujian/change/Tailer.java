package org.yujian.change;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.yujian.shared.order.StartupOrder;

/**
 * Reads new rows of the change log, once per node, and records the last change of every scope.
 * Caches ask {@link #holds} whether data read at a log position is still current.
 *
 * <p>Reads at each notification and at least every 250 ms. A lost notification, a lost connection
 * or a standby, which refuses LISTEN, costs only that delay.
 */
@ApplicationScoped
public class Tailer {
  static final String CHANNEL = "yujian_change";

  /** A node that has not read the log for this time does not trust its caches. */
  public static final Duration FRESH = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(Tailer.class);
  private static final Duration NEVER = Duration.ofDays(36_500);
  private static final long PATIENCE_SECONDS = 2;
  private static final int BATCH = 1_000;

  @Inject LogConnections connections;
  @Inject Config config;
  @Inject @All List<ChangeConsumer> consumers;

  private final RecentChanges known = new RecentChanges();

  /** Held while reading; guards the non-volatile fields below. */
  private final ReentrantLock reading = new ReentrantLock(true);

  private LogReader reader;
  private int generation;
  private LogServer server;
  private LogReader.Place place = LogReader.Place.NONE;
  private long woke;

  private volatile SyncToken newest;
  private volatile long readBegan;
  private volatile boolean everRead;
  private volatile boolean readsStandby;
  private volatile LogListener listener;

  void onStart(@Observes @Priority(StartupOrder.CHANGE_LOG) StartupEvent start) {
    // A command-line run serves no requests and needs no tailer.
    if (config.getOptionalValue("quarkus.http.host-enabled", Boolean.class).orElse(true)) {
      start();
    }
  }

  void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
    stop();
  }

  void start() {
    listener = LogListener.start(connections, this);
    advance();
  }

  /** Stops reading, at shutdown and in tests that cut a node off. */
  void stop() throws InterruptedException {
    if (listener != null) {
      listener.stop();
      listener = null;
      close();
    }
  }

  /** How far the log is read. Capture the position before reading content. */
  public LogPosition position() {
    return known.position();
  }

  /** Number of the last row that touched the scope, or a higher one if the scope was evicted. */
  public long last(Scope scope) {
    return known.last(scope);
  }

  /** Whether no row read since {@code since} touched any of these scopes. */
  public boolean unchanged(LogPosition since, Collection<Scope> scopes) {
    return known.unchanged(since, scopes);
  }

  /** {@link #unchanged}, and this node has read the log within {@link #FRESH}. */
  public boolean holds(LogPosition since, Collection<Scope> scopes) {
    return sinceRead().compareTo(FRESH) < 0 && unchanged(since, scopes);
  }

  /** The elements whose scopes {@link #holds hold}, all checked at one log position. */
  public <T> List<T> holding(
      Collection<T> made, Function<T, LogPosition> since, Function<T, Scope> scope) {
    return sinceRead().compareTo(FRESH) < 0 ? known.unchanged(made, since, scope) : List.of();
  }

  /** Token of this node's position; empty when the node may be behind. */
  public Optional<SyncToken> newest() {
    return sinceRead().compareTo(FRESH) < 0 ? Optional.ofNullable(newest) : Optional.empty();
  }

  /** Token of this node's position, however old; empty before the first read. */
  public Optional<SyncToken> token() {
    return Optional.ofNullable(newest);
  }

  /** Whether this node reads a standby, which may lag behind the node that wrote. */
  public boolean standby() {
    return readsStandby;
  }

  /** Time since the last successful read began, monotonic; 100 years before the first. */
  public Duration sinceRead() {
    return everRead ? Duration.ofNanos(System.nanoTime() - readBegan) : NEVER;
  }

  /** Whether the database is away, and the log was read less than {@code longest} ago. */
  public boolean cutOff(Duration longest) {
    LogListener reads = listener;
    return reads != null && reads.away() && sinceRead().compareTo(longest) < 0;
  }

  /** Reads up to now. False when that failed or took too long: the next poll catches up. */
  public boolean advance() {
    return listener != null && advance(System.nanoTime(), false, true);
  }

  /** Called after a commit with new rows: reads, then notifies other nodes. */
  void wrote() {
    if (listener != null) {
      advance(System.nanoTime(), true, true);
    }
  }

  /** {@code again}: whether to retry with a new connection, as this one may have died unnoticed. */
  private boolean advance(long asked, boolean wakeOthers, boolean again) {
    boolean locked = false;
    try {
      locked = reading.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!locked) {
        return false;
      }
      // Another thread may have read since this call began, while this one waited for the lock.
      if (!everRead || readBegan - asked < 0) {
        read();
      }
      if (wakeOthers && woke - asked < 0 && !server.standby()) {
        woke = System.nanoTime();
        reader.wakeOthers();
      }
      return true;
    } catch (SQLException | RuntimeException e) {
      LOG.debug("Not advanced", e);
      close();
      return again && advance(asked, wakeOthers, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      if (locked) {
        reading.unlock();
      }
    }
  }

  void poll() throws SQLException {
    reading.lock();
    try {
      read();
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    } finally {
      reading.unlock();
    }
  }

  private void read() throws SQLException {
    connect();
    while (true) {
      long began = System.nanoTime();
      LogReader.Batch batch = reader.after(place, BATCH);
      if (!batch.known() || batch.standby() != server.standby()) {
        // Rows are lost, or a standby was promoted: the log is now a different one.
        close();
        server = null;
        connect();
        return;
      }
      take(batch.rows());
      if (batch.rows().size() < BATCH) {
        haveRead(began);
        return;
      }
    }
  }

  private void connect() throws SQLException {
    if (generation != connections.generation()) {
      close();
    }
    if (reader == null) {
      generation = connections.generation();
      reader = new LogReader(connections.open("tailer"));
    }
    if (!reader.server().equals(server)) {
      reset(reader.server());
    }
  }

  private void take(List<CommittedChange> rows) {
    if (!rows.isEmpty()) {
      CommittedChange row = rows.get(rows.size() - 1);
      come(new LogReader.Place(row.seq(), row.nonce()));
      known.add(rows);
      tell(new LogBatch(rows, newest, false));
    }
  }

  private void reset(LogServer found) throws SQLException {
    long began = System.nanoTime();
    server = found;
    readsStandby = found.standby();
    come(reader.newest());
    known.reset(place.seq());
    haveRead(began);
    if (known.position().generation() > 1) {
      LOG.warn("The change log was replaced by another one; cached responses are dropped");
    }
    tell(new LogBatch(List.of(), newest, true));
  }

  private void come(LogReader.Place to) {
    place = to;
    long epoch = Epoch.of(server.systemIdentifier(), server.logId());
    newest = new SyncToken(epoch, to.seq(), to.seq(), to.nonce());
  }

  private void haveRead(long began) {
    readBegan = began;
    everRead = true;
  }

  private void tell(LogBatch batch) {
    for (ChangeConsumer consumer : consumers) {
      try {
        consumer.tailed(batch);
      } catch (RuntimeException e) {
        LOG.error("A consumer of changes failed", e);
      }
    }
  }

  private void close() {
    reading.lock();
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (SQLException e) {
      LOG.debug("Closing", e);
    } finally {
      reader = null;
      reading.unlock();
    }
  }
}
