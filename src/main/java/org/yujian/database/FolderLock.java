package org.yujian.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second Yujian away from the data folder. The system releases the lock with the process,
 * so a crash leaves nothing behind; the owner's pid stands in a file of its own because Windows
 * lets nobody read a locked one.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock acquire(DataFolder folder) {
    try {
      FileChannel channel =
          FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw inUse(folder);
      }
      Files.writeString(folder.owner(), ProcessHandle.current().pid() + "\n");
      return new FolderLock(channel);
    } catch (IOException e) {
      throw folder.failure("lock the data folder", e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Held by this very JVM.
      return false;
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
    channel.close();
  }
}
