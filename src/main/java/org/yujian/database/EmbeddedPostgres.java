package org.yujian.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A real PostgreSQL that belongs to this program and lives in its data folder. The main class
 * starts it when no database is configured and closes it after the application has stopped; tests
 * do the same.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final long START_PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final long RETRY_MILLIS = 200;

  private final Installation installation;
  private final FolderLock lock;
  private final Watchdog watchdog;
  private final int port;
  private final String password;

  private EmbeddedPostgres(
      Installation installation, FolderLock lock, Watchdog watchdog, int port, String password) {
    this.installation = installation;
    this.lock = lock;
    this.watchdog = watchdog;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts the server in {@code dataDir/postgres}, making whatever is missing there.
   *
   * @param progress is told in one line each about steps that take seconds, and later about
   *     restarts
   * @throws StartupFailure for everything that the operator can mend
   */
  public static EmbeddedPostgres start(Path dataDir, Consumer<String> progress)
      throws InterruptedException {
    DataFolder folder = DataFolder.open(dataDir);
    FolderLock lock = FolderLock.acquire(folder);
    boolean started = false;
    try {
      EmbeddedPostgres postgres = startLocked(folder, lock, progress);
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

  private static EmbeddedPostgres startLocked(
      DataFolder folder, FolderLock lock, Consumer<String> progress)
      throws IOException, InterruptedException {
    Platform platform = Platform.current();
    ClassLoader loader = EmbeddedPostgres.class.getClassLoader();
    Binaries.prepare(folder, platform.archive(loader), progress);
    ServerUser user = ServerUser.choose(folder, platform);
    Installation installation = new Installation(folder, user, platform);
    new Leftovers(installation).clear(progress);
    Path superuserFile = folder.home().resolve("superuser-password");
    new Cluster(installation).prepare(superuserFile, progress);
    ServerLog log = ServerLog.open(folder, user);
    log.prune();
    progress.accept("Starting PostgreSQL …");
    Postmaster postmaster = startPostmaster(installation, log, progress);
    String password = Secret.in(folder.home().resolve("password"));
    try {
      RoleAndDatabase database = new RoleAndDatabase(postmaster.port());
      database.prepare(Secret.in(superuserFile), password);
    } catch (SQLException e) {
      Postmaster.stop(installation);
      throw folder.isFull(String.valueOf(e.getMessage()))
          ? folder.diskFull("create the database")
          : new StartupFailure("PostgreSQL runs but refuses Yujian: " + e.getMessage());
    }
    Watchdog watchdog = Watchdog.over(installation, log, postmaster, progress);
    return new EmbeddedPostgres(installation, lock, watchdog, postmaster.port(), password);
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

  /**
   * The address of the database; it stays valid when the server is restarted. Holds no password.
   */
  public String jdbcUrl() {
    return RoleAndDatabase.url(port, RoleAndDatabase.NAME);
  }

  /** The role to work as; it owns the database and is no superuser. */
  public String user() {
    return RoleAndDatabase.NAME;
  }

  /** The role's password; keep it out of logs. */
  public String password() {
    return password;
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
      // The system frees it with the process.
      return;
    }
  }
}
