package org.yujian.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Cleans up after a crash: a server that outlived its Yujian, processes of such a server, or a
 * postmaster.pid whose number another process may have now. Processes of this folder are recognized
 * by the path of their program, on Linux, macOS and Windows.
 */
final class Leftovers {
  private static final long ASK_AFTER = TimeUnit.SECONDS.toNanos(5);
  private static final long KILL_AFTER = TimeUnit.SECONDS.toNanos(20);
  private static final long GIVE_UP_AFTER = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL_MILLIS = 50;

  private final Installation installation;
  private final DataFolder folder;

  Leftovers(Installation installation) {
    this.installation = installation;
    this.folder = installation.folder();
  }

  /** Removes everything that keeps a new server from starting. The caller has locked the folder. */
  void clear(Consumer<String> progress) throws InterruptedException {
    boolean halfMade = Files.exists(DataFolder.unfinished(folder.cluster()));
    if (Files.notExists(folder.postmasterPid()) && !halfMade) {
      return;
    }
    if (orphanIsAlive()) {
      progress.accept("Stopping the PostgreSQL of an earlier run...");
      Postmaster.stop(installation);
    }
    waitForProcesses();
    try {
      Files.deleteIfExists(folder.postmasterPid());
    } catch (IOException e) {
      throw folder.failure("remove an old postmaster.pid", e);
    }
  }

  private boolean orphanIsAlive() {
    String pid = DataFolder.read(folder.postmasterPid()).lines().findFirst().orElse("").strip();
    return pid.matches("\\d{1,18}")
        && ProcessHandle.of(Long.parseLong(pid)).filter(this::isOurs).isPresent();
  }

  /**
   * Processes of a dead server end soon, unless they run a long statement. Those are terminated:
   * the next start recovers from the write-ahead log anyway.
   */
  private void waitForProcesses() throws InterruptedException {
    long start = System.nanoTime();
    for (List<ProcessHandle> left = processes(); !left.isEmpty(); left = processes()) {
      long waited = System.nanoTime() - start;
      if (waited > GIVE_UP_AFTER) {
        throw new StartupFailure(
            "PostgreSQL processes of an earlier run do not end: "
                + left.stream().map(ProcessHandle::pid).toList());
      }
      if (waited > KILL_AFTER) {
        left.forEach(ProcessHandle::destroyForcibly);
      } else if (waited > ASK_AFTER) {
        left.forEach(ProcessHandle::destroy);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses().filter(this::isOurs).toList();
  }

  private boolean isOurs(ProcessHandle process) {
    // The command is empty for zombies and for processes of other users.
    return process.info().command().filter(this::liesInFolder).isPresent();
  }

  private boolean liesInFolder(String program) {
    return Path.of(program).startsWith(folder.home());
  }
}
