package org.yujian.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks the data folder against a second Yujian. The operating system releases the lock with the
 * process, also after a crash. The owner's process id is in another file, because Windows does not
 * allow reading a locked one.
 */
final class FolderLock implements AutoCloseable {
  /**
   * Folders locked by this JVM, whose lock files must not be opened again: when a process closes
   * any descriptor of a file, POSIX drops all its locks on the file.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final DataFolder folder;
  private final FileChannel channel;

  private FolderLock(DataFolder folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static FolderLock acquire(DataFolder folder) {
    if (!OURS.add(folder.home())) {
      throw inUse(folder);
    }
    FolderLock lock = null;
    try {
      lock = tryAcquire(folder);
    } catch (IOException e) {
      throw folder.failure("lock the data folder", e);
    } finally {
      if (lock == null) {
        OURS.remove(folder.home());
      }
    }
    return lock;
  }

  private static FolderLock tryAcquire(DataFolder folder) throws IOException {
    FileChannel channel = open(folder);
    if (!locked(channel)) {
      channel.close();
      throw inUse(folder);
    }
    Files.writeString(folder.owner(), ProcessHandle.current().pid() + "\n");
    return new FolderLock(folder, channel);
  }

  static boolean isHeld(DataFolder folder) {
    if (OURS.contains(folder.home())) {
      return true;
    }
    try (FileChannel channel = open(folder)) {
      return !locked(channel);
    } catch (IOException e) {
      throw folder.failure("look at the lock of the data folder", e);
    }
  }

  static void requireFree(DataFolder folder) {
    if (isHeld(folder)) {
      throw inUse(folder);
    }
  }

  private static FileChannel open(DataFolder folder) throws IOException {
    return FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // This JVM holds the lock through another class loader.
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
    OURS.remove(folder.home());
  }
}
