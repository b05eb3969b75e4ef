package org.yujian.database;

import java.io.IOException;
import java.nio.file.Files;
import org.yujian.shared.files.ProcessLock;

/**
 * Locks the data folder against a second Yujian. The owner's process id is in another file, because
 * Windows does not allow reading a locked one.
 */
final class FolderLock implements AutoCloseable {
  private final ProcessLock lock;

  private FolderLock(ProcessLock lock) {
    this.lock = lock;
  }

  static FolderLock acquire(DataFolder folder) {
    try {
      ProcessLock lock = ProcessLock.tryAcquire(folder.lock(), false);
      if (lock == null) {
        throw inUse(folder);
      }
      Files.writeString(folder.owner(), ProcessHandle.current().pid() + "\n");
      return new FolderLock(lock);
    } catch (IOException e) {
      throw folder.failure("lock the data folder", e);
    }
  }

  static boolean isHeld(DataFolder folder) {
    try {
      return ProcessLock.isHeld(folder.lock());
    } catch (IOException e) {
      throw folder.failure("look at the lock of the data folder", e);
    }
  }

  static void requireFree(DataFolder folder) {
    if (isHeld(folder)) {
      throw inUse(folder);
    }
  }

  private static StartupFailure inUse(DataFolder folder) {
    String pid = DataFolder.read(folder.owner()).strip();
    return new StartupFailure(
        "The data folder "
            + folder.home().getParent()
            + " is in use by another Yujian"
            + (pid.isEmpty() ? "" : " (process " + pid + ")")
            + ".\nStop that one first, or give this one another folder with"
            + " -Dyujian.data-dir=FOLDER.");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
