package org.yujian.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * Keeps this node from writing to an old primary that runs again after its standby was promoted.
 * Both have the same system identifier, and the promoted one a higher timeline; the highest one is
 * remembered in the data folder ({@link TimelineFile}). {@link FencedDriver} asks for each new
 * connection, {@link FencedPool} for each connection of the pool that is used, and the change log
 * in each transaction under its lock.
 */
public final class TimelineFence {
  private static final Logger LOG = Logger.getLogger(TimelineFence.class);
  private static final String FILE = "database-timeline";
  private static final Map<Path, TimelineFence> FENCES = new ConcurrentHashMap<>();

  private final TimelineFile file;
  private final Map<String, Integer> highest = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<Connection, ServerIdentity> servers =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** System identifier of the primary of the newest connection. */
  private volatile String current = "";

  private volatile int rises;

  /** Whether the file has what memory has; a missing file then means that it was deleted. */
  private boolean stored = true;

  private TimelineFence(Path path) {
    file = new TimelineFile(path);
    try {
      highest.putAll(file.read());
    } catch (IOException e) {
      LOG.warnf("The file %s cannot be read: %s", path, e.getMessage());
    }
  }

  /** The fence of a data folder, the same object for the same folder. */
  public static TimelineFence in(Path dataDir) {
    return FENCES.computeIfAbsent(
        dataDir.toAbsolutePath().normalize().resolve(FILE), TimelineFence::new);
  }

  /**
   * Number of times that a higher timeline was seen. A connection that was opened at another number
   * may lead to an old primary; its owner opens it again.
   */
  public int rises() {
    return rises;
  }

  /** SQL for the argument of {@link #admitsWrites}; needs no table and no privilege. */
  public static String writtenTimeline() {
    return ServerIdentity.WRITTEN_TIMELINE;
  }

  /**
   * Whether a transaction may write: its server is no standby, and no later timeline was seen.
   *
   * @param writtenTimeline what {@link #writtenTimeline} returned in this transaction
   */
  public boolean admitsWrites(String writtenTimeline) {
    int timeline = ServerIdentity.timeline(writtenTimeline);
    String system = current;
    int seen = highest.getOrDefault(system, 0);
    if (Integer.compareUnsigned(timeline, seen) > 0) {
      record(new ServerIdentity(system, timeline, false));
    }
    return timeline != 0 && Integer.compareUnsigned(timeline, seen) >= 0;
  }

  /** Forgets everything and deletes the file; for a restore, after which history begins again. */
  public synchronized void reset() throws IOException {
    highest.clear();
    Files.deleteIfExists(file.path());
  }

  /** Called on the thread that sees a higher timeline. */
  void onRise(Runnable listener) {
    listeners.add(listener);
  }

  /** Remembers the server of a connection, for {@link #isOld}. */
  void remember(Connection connection, ServerIdentity server) {
    servers.put(connection, server);
  }

  Path path() {
    return file.path();
  }

  /** Whether a later timeline was seen since the connection was made. */
  boolean isOld(Connection connection) {
    ServerIdentity server = rises == 0 ? null : servers.get(connection);
    return server != null
        && !server.standby()
        && Integer.compareUnsigned(
                server.timeline(), highest.getOrDefault(server.systemIdentifier(), 0))
            < 0;
  }

  /**
   * Remembers the timeline of a server if it is the highest one of its system.
   *
   * @return null, or the higher timeline because of which the server is refused
   */
  Integer admit(ServerIdentity server) {
    if (server.standby()) {
      return null;
    }
    Integer seen = highest.get(server.systemIdentifier());
    int order = seen == null ? 1 : Integer.compareUnsigned(server.timeline(), seen);
    if (order < 0 && !wasReset(server)) {
      return seen;
    }
    if (order > 0) {
      record(server);
    }
    current = server.systemIdentifier();
    return null;
  }

  private void record(ServerIdentity server) {
    boolean rose;
    synchronized (this) {
      Integer before = highest.get(server.systemIdentifier());
      if (before != null && Integer.compareUnsigned(before, server.timeline()) >= 0) {
        return;
      }
      highest.put(server.systemIdentifier(), server.timeline());
      store();
      rose = before != null;
      if (rose) {
        rises = rises + 1;
      }
    }
    if (rose) {
      LOG.warnf(
          "PostgreSQL has failed over to timeline %d; connections to the old primary are closed",
          server.timeline());
      listeners.forEach(Runnable::run);
    }
  }

  /** Looks into the file, which an operator may have deleted to return to an older timeline. */
  private synchronized boolean wasReset(ServerIdentity server) {
    try {
      Integer seen = file.read().get(server.systemIdentifier());
      if (!stored || seen != null && Integer.compareUnsigned(seen, server.timeline()) > 0) {
        return false;
      }
    } catch (IOException e) {
      return false;
    }
    LOG.warnf("Timeline %d is accepted: %s was reset", server.timeline(), file.path());
    highest.put(server.systemIdentifier(), server.timeline());
    store();
    return true;
  }

  private void store() {
    try {
      file.write(highest);
      stored = true;
    } catch (IOException e) {
      stored = false;
      LOG.errorf(
          "The file %s cannot be written, so that the next start does not know the timeline: %s",
          file.path(), e.getMessage());
    }
  }
}
