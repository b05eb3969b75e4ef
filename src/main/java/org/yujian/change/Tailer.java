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

/**
 * Reads the log as it grows, one per node, on the server that content is read from (design E2). It
 * listens first, then reads, then waits: for a wake-up, and no longer than 250 ms. A lost wake-up,
 * a lost connection or a standby, which refuses LISTEN, cost that much and nothing else.
 *
 * <p>Knows how far it has read, and the last change of every scope: {@link #holds} says whether
 * what was made from the database at some moment still is what the database says.
 */
@ApplicationScoped
public class Tailer {
  static final String CHANNEL = "yujian_change";

  /** A node that has not read for longer does not vouch for what it remembers (E4). */
  public static final Duration FRESH = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(Tailer.class);
  private static final Duration NEVER = Duration.ofDays(36_500);
  private static final long PATIENCE_SECONDS = 2;
  private static final int BATCH = 1_000;

  @Inject LogConnections connections;
  @Inject Config config;
  @Inject @All List<ChangeConsumer> consumers;

  private final KnownChanges known = new KnownChanges();

  /** Held while reading; what follows belongs to whoever has it. */
  private final ReentrantLock reading = new ReentrantLock(true);

  private LogReader reader;
  private LogServer server;
  private LogReader.Place place = LogReader.Place.NONE;
  private long woke;

  private volatile SyncToken newest;
  private volatile long readBegan;
  private volatile boolean everRead;
  private volatile boolean readsStandby;
  private volatile LogListener listener;

  void onStart(@Observes @Priority(10) StartupEvent start) {
    // Not for a command: nobody asks it anything.
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

  /** Stands still, as a node that is cut off does: for the end, and for tests. */
  void stop() throws InterruptedException {
    if (listener != null) {
      listener.stop();
      listener = null;
      close();
    }
  }

  /** How far the log is read. Take it before reading content (E3). */
  public Moment moment() {
    return known.moment();
  }

  /** The number of the last row that touched a scope, or a higher one when it was forgotten. */
  public long last(Scope scope) {
    return known.last(scope);
  }

  /** Whether no row since then touched any of these scopes, as far as this node has read. */
  public boolean unchanged(Moment since, Collection<Scope> scopes) {
    return known.unchanged(since, scopes);
  }

  /** {@link #unchanged}, and the last good read is so new that nobody could know better (E4). */
  public boolean holds(Moment since, Collection<Scope> scopes) {
    return sinceRead().compareTo(FRESH) < 0 && unchanged(since, scopes);
  }

  /**
   * Those of these that {@link #holds hold}, all judged at one moment: what several of them say
   * together was true at one time.
   */
  public <T> List<T> holding(
      Collection<T> made, Function<T, Moment> since, Function<T, Scope> scope) {
    return sinceRead().compareTo(FRESH) < 0 ? known.unchanged(made, since, scope) : List.of();
  }

  /** The token of who has read all that this node has read; empty when it may be behind. */
  public Optional<SyncToken> newest() {
    return sinceRead().compareTo(FRESH) < 0 ? Optional.ofNullable(newest) : Optional.empty();
  }

  /** How far this node has read, however long ago that was; empty before its first read. */
  public Optional<SyncToken> position() {
    return Optional.ofNullable(newest);
  }

  /** Whether this node reads a standby, which may be behind the node that wrote. */
  public boolean standby() {
    return readsStandby;
  }

  /** How long ago the last good read began, by the monotonic clock; a century before the first. */
  public Duration sinceRead() {
    return everRead ? Duration.ofNanos(System.nanoTime() - readBegan) : NEVER;
  }

  /**
   * Whether the log cannot be read now, though it could be within this time: the database is away,
   * and nobody here knows better than what was read.
   */
  public boolean cutOff(Duration longest) {
    LogListener reads = listener;
    return reads != null && reads.away() && sinceRead().compareTo(longest) < 0;
  }

  /**
   * Reads now, in the calling thread: afterwards this node knows all that was committed before the
   * call (E5). False when it could not; the next poll will.
   */
  public boolean advance() {
    return listener != null && advance(System.nanoTime(), false, true);
  }

  /** A transaction of this node has written rows and is committed: this node reads, then others. */
  void wrote() {
    if (listener != null) {
      advance(System.nanoTime(), true, true);
    }
  }

  /**
   * @param again whether to try once more with a new connection: this one may have died unnoticed
   */
  private boolean advance(long asked, boolean wakeOthers, boolean again) {
    boolean locked = false;
    try {
      locked = reading.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!locked) {
        return false;
      }
      // Who waited for others that began to read after this was asked knows all already.
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

  /** The listener's turn. */
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

  /** All rows that are committed now. */
  private void read() throws SQLException {
    connect();
    while (true) {
      long began = System.nanoTime();
      LogReader.Batch batch = reader.after(place, BATCH);
      if (!batch.known() || batch.standby() != server.standby()) {
        // Rows are lost, or a standby was promoted: what followed is another history.
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
    if (reader == null) {
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
      tell(new Tailed(rows, newest, false));
    }
  }

  /** Begins with the newest row there is. */
  private void reset(LogServer found) throws SQLException {
    long began = System.nanoTime();
    server = found;
    readsStandby = found.standby();
    come(reader.newest());
    known.reset(place.seq());
    haveRead(began);
    if (known.moment().generation() > 1) {
      LOG.warn("The change log is another one than before; what was remembered is forgotten");
    }
    tell(new Tailed(List.of(), newest, true));
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

  private void tell(Tailed batch) {
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
