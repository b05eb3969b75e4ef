package org.yujian.database;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A PostgreSQL server in the data folder; the main class starts it unless one is configured. */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final long START_PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final long RETRY_MILLIS = 200;
  private static final int PORT_LINE = 3;

  private final Installation installation;
  private final FolderLock lock;
  private final Watchdog watchdog;
  private final DatabaseAccess access;

  private EmbeddedPostgres(
      Installation installation, FolderLock lock, Watchdog watchdog, DatabaseAccess access) {
    this.installation = installation;
    this.lock = lock;
    this.watchdog = watchdog;
    this.access = access;
  }

  /**
   * Starts the server in {@code dataDir/postgres} and creates what is missing there.
   *
   * @param progress receives one line for each step that takes seconds, and later for restarts
   * @throws StartupFailure for errors that the operator can fix
   */
  public static EmbeddedPostgres start(Path dataDir, Consumer<String> progress)
      throws InterruptedException {
    DataFolder folder = DataFolder.open(dataDir);
    // Before the lock, so that a refusal changes nothing.
    ServerUser user = ServerUser.choose(folder, Platform.current());
    FolderLock lock = FolderLock.acquire(folder);
    boolean started = false;
    try {
      EmbeddedPostgres postgres = startLocked(folder, user, lock, progress);
      started = true;
      return postgres;
    } catch (IOException e) {
      throw folder.failure("start PostgreSQL", e);
    } finally {
      if (!started) {
        release(lock);
      }
    }
  }

  /** Fails, naming the other process, if another Yujian runs in the folder; creates nothing. */
  public static void requireUnused(Path dataDir) {
    DataFolder folder = DataFolder.of(dataDir);
    if (Files.isRegularFile(folder.lock())) {
      FolderLock.requireFree(DataFolder.open(dataDir));
    }
  }

  /** Fails if no database was ever created in {@code dataDir}; for commands. Creates nothing. */
  public static void requireCreated(Path dataDir) {
    // False also for a folder without the right to read it: the start then reports that.
    if (Files.notExists(DataFolder.of(dataDir).cluster())) {
      throw new StartupFailure(
          "There is no Yujian database in the data folder "
              + dataDir
              + ".\nName it with -Dyujian.data-dir=FOLDER or YUJIAN_DATA_DIR, or start in the folder"
              + " that holds data.");
    }
  }

  /** Access to the server of another Yujian running in {@code dataDir}, for commands. */
  public static Optional<DatabaseAccess> runningIn(Path dataDir) {
    DataFolder folder = DataFolder.open(dataDir);
    List<String> server = DataFolder.read(folder.postmasterPid()).lines().toList();
    String password = DataFolder.read(folder.password()).strip();
    if (server.size() <= PORT_LINE || password.isEmpty() || !FolderLock.isHeld(folder)) {
      return Optional.empty();
    }
    int port = Integer.parseInt(server.get(PORT_LINE).strip());
    return Optional.of(RoleAndDatabase.access(port, password));
  }

  private static EmbeddedPostgres startLocked(
      DataFolder folder, ServerUser user, FolderLock lock, Consumer<String> progress)
      throws IOException, InterruptedException {
    Platform platform = Platform.current();
    boolean first = Files.notExists(folder.cluster());
    ClassLoader loader = EmbeddedPostgres.class.getClassLoader();
    URL archive = platform.archive(loader);
    if (first) {
      progress.accept("Creating the database (once)...");
    }
    Binaries.prepare(folder, archive, first ? line -> {} : progress);
    user.own(folder.home());
    user.own(folder.binaries());
    Installation installation = new Installation(folder, user, platform);
    new Leftovers(installation).clear(progress);
    new Cluster(installation).prepare();
    ServerLog log = ServerLog.open(folder, user);
    log.prune();
    progress.accept("Starting PostgreSQL...");
    Postmaster postmaster = startPostmaster(installation, log, progress);
    String password = Secret.in(folder.password());
    try {
      RoleAndDatabase database = new RoleAndDatabase(postmaster.port());
      database.prepare(Secret.in(folder.superuserPassword()), password);
    } catch (SQLException e) {
      Postmaster.stop(installation);
      throw folder.isFull(String.valueOf(e.getMessage()))
          ? folder.diskFull("create the database")
          : new StartupFailure("PostgreSQL runs but refuses Yujian: " + e.getMessage());
    }
    Watchdog watchdog = Watchdog.over(installation, log, postmaster, progress);
    DatabaseAccess access = RoleAndDatabase.access(postmaster.port(), password);
    return new EmbeddedPostgres(installation, lock, watchdog, access);
  }

  private static Postmaster startPostmaster(
      Installation installation, ServerLog log, Consumer<String> progress)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (true) {
      try {
        return Postmaster.start(installation, log, Postmaster.freePort(), progress);
      } catch (Postmaster.Refused e) {
        boolean passes = e.portTaken() || e.predecessorAlive();
        if (!passes || System.nanoTime() - start > START_PATIENCE) {
          throw installation.folder().isFull(e.getMessage())
              ? installation.folder().diskFull("start PostgreSQL")
              : new StartupFailure("PostgreSQL does not start. Its log says:\n" + e.getMessage());
        }
        Thread.sleep(RETRY_MILLIS);
      }
    }
  }

  public DatabaseAccess access() {
    return access;
  }

  /** Stops the server (fast shutdown: open transactions are rolled back) and frees the folder. */
  @Override
  public void close() {
    watchdog.stop();
    Postmaster.stop(installation);
    release(lock);
  }

  private static void release(FolderLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The operating system releases the lock when the process ends.
      return;
    }
  }
}
