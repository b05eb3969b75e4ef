package org.yujian.ops;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.yujian.database.DatabaseAccess;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.database.FileOwner;

/** Starts the embedded PostgreSQL before Quarkus and stops it after Quarkus' last response. */
final class OwnDatabase {
  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final int PATIENCE_SECONDS = 30;

  private final CompletableFuture<EmbeddedPostgres> started = new CompletableFuture<>();
  private final CountDownLatch quarkusEnded = new CountDownLatch(1);

  /** Null until a database is asked for. */
  private volatile Path used;

  /** Whether the embedded server is started; its end comes after that of the application. */
  private volatile boolean starting;

  void startUnlessConfigured() throws InterruptedException {
    Config config = ConfigProvider.getConfig();
    used = dataDir(config);
    if (!isConfigured(config)) {
      start(used);
    }
  }

  /** For commands: uses the database of a running Yujian, else starts that of the data folder. */
  void joinOrStartUnlessConfigured() throws InterruptedException {
    Config config = ConfigProvider.getConfig();
    Path dataDir = dataDir(config);
    used = dataDir;
    if (isConfigured(config)) {
      return;
    }
    EmbeddedPostgres.requireCreated(dataDir);
    Optional<DatabaseAccess> running = EmbeddedPostgres.runningIn(dataDir);
    if (running.isPresent()) {
      configure(running.get());
    } else {
      start(dataDir);
    }
  }

  static boolean isConfigured(Config config) {
    return config.getOptionalValue(URL, String.class).isPresent();
  }

  static Path dataDir(Config config) {
    return Path.of(FolderNames.dataDir(config)).toAbsolutePath().normalize();
  }

  private void start(Path dataDir) throws InterruptedException {
    starting = true;
    // Before the start, so that Ctrl-C during the start leaves no server behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "postgres-stop"));
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDir, StartLines::info);
      configure(postgres.access());
      started.complete(postgres);
    } finally {
      started.cancel(false);
    }
  }

  private static void configure(DatabaseAccess access) {
    System.setProperty(URL, access.jdbcUrl());
    System.setProperty("quarkus.datasource.username", access.user());
    System.setProperty("quarkus.datasource.password", access.password());
  }

  /** Signals that Quarkus has sent its last response, so PostgreSQL may stop. */
  void applicationEnded() {
    quarkusEnded.countDown();
    if (!starting) {
      giveFiles();
    }
  }

  private void end() {
    try {
      stop();
    } finally {
      giveFiles();
    }
  }

  /** Root must leave nothing that the user of a service cannot use. */
  private void giveFiles() {
    Path dataDir = used;
    try {
      if (dataDir != null) {
        FileOwner.giveFilesOfRoot(dataDir);
      }
    } catch (IOException e) {
      StartLines.error(
          "Files of root in " + dataDir + " cannot be given to the owner of the folder: " + e);
    }
  }

  /** Waits for Quarkus, because a JVM runs its shutdown hooks in parallel. */
  private void stop() {
    try {
      EmbeddedPostgres postgres = started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!quarkusEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        StartLines.error("The application does not end; stopping PostgreSQL all the same.");
      }
      postgres.close();
    } catch (CancellationException e) {
      // The server never started.
      return;
    } catch (ExecutionException | TimeoutException e) {
      StartLines.error("PostgreSQL was not stopped; the next start takes care of it.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
