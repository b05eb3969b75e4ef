package org.yujian.database;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Restarts the server on the same port when it dies, with growing pauses if it dies again. Gives up
 * after three failed starts in a row. Starts that fail because the disk is full do not count; they
 * are retried until there is room.
 */
final class Watchdog implements Runnable {
  private static final int TRIES = 3;
  private static final long PEACE = TimeUnit.MINUTES.toNanos(1);
  private static final long FULL_DISK_PAUSE_MILLIS = 15_000;
  private static final long[] PAUSES_MILLIS = {250, 1_000, 4_000};

  private final Installation installation;
  private final ServerLog log;
  private final Consumer<String> progress;
  private final Thread thread = new Thread(this, "postgres-watchdog");
  private Postmaster postmaster;

  /** Restarts since the server last ran for a minute. */
  private int starts;

  private boolean waitingForRoom;

  private Watchdog(
      Installation installation, ServerLog log, Postmaster postmaster, Consumer<String> progress) {
    this.installation = installation;
    this.log = log;
    this.postmaster = postmaster;
    this.progress = progress;
  }

  static Watchdog over(
      Installation installation, ServerLog log, Postmaster postmaster, Consumer<String> progress) {
    Watchdog watchdog = new Watchdog(installation, log, postmaster, progress);
    watchdog.thread.setDaemon(true);
    watchdog.thread.start();
    return watchdog;
  }

  void stop() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      boolean watching = true;
      while (watching) {
        long since = System.nanoTime();
        waitForItsEnd();
        if (System.nanoTime() - since > PEACE) {
          starts = 0;
        }
        progress.accept("PostgreSQL ended unexpectedly; starting it again...");
        watching = restart();
      }
    } catch (InterruptedException e) {
      // {@link #stop} was called.
      return;
    }
  }

  private void waitForItsEnd() throws InterruptedException {
    while (!postmaster.endsWithin(1, TimeUnit.HOURS)) {
      log.prune();
    }
  }

  private boolean restart() throws InterruptedException {
    int inVain = 0;
    while (inVain < TRIES) {
      Thread.sleep(PAUSES_MILLIS[Math.min(starts, PAUSES_MILLIS.length - 1)]);
      starts++;
      try {
        new Leftovers(installation).clear(progress);
        postmaster = Postmaster.start(installation, log, postmaster.port(), progress);
        waitingForRoom = false;
        progress.accept("PostgreSQL runs again.");
        return true;
      } catch (Postmaster.Refused | IOException | StartupFailure e) {
        inVain += waitsForRoom(e) ? 0 : 1;
      }
    }
    progress.accept(
        "PostgreSQL was started "
            + TRIES
            + " times in vain. See "
            + installation.folder().logs()
            + " and start Yujian again.");
    return false;
  }

  /** Logs why the start failed; if the disk is full, pauses and returns true. */
  private boolean waitsForRoom(Exception failure) throws InterruptedException {
    if (!installation.folder().isFull(String.valueOf(failure.getMessage()))) {
      progress.accept("PostgreSQL did not start: " + failure.getMessage());
      return false;
    }
    if (!waitingForRoom) {
      progress.accept("The disk is full; PostgreSQL is started again when there is room.");
    }
    waitingForRoom = true;
    Thread.sleep(FULL_DISK_PAUSE_MILLIS);
    return true;
  }
}
