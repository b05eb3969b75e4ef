package org.yujian.media.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.yujian.media.storage.StorageFailed.Reason;
import org.yujian.shared.files.ProcessLock;

/**
 * The folder of the pictures while this process uses it: its lock, and the place of files that are
 * being written, which is on the same file system as the others.
 */
final class MediaFolder implements AutoCloseable {
  /** Another node may still write a file that is younger. */
  private static final Duration SHARED_AGE = Duration.ofHours(1);

  private static final String UNFINISHED = "unfinished";
  private static final String OWNER = "owner.pid";

  private final Path path;

  /** Null for a folder that is only read. */
  private final ProcessLock lock;

  private MediaFolder(Path path, ProcessLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Locks the folder, which is created if it does not exist, and deletes files that a process has
   * left unfinished.
   *
   * @param shared whether other processes may use it too, if they share it as well
   */
  static MediaFolder open(Path folder, boolean shared) {
    try {
      Files.createDirectories(folder.resolve(UNFINISHED));
      Path path = folder.toRealPath();
      ProcessLock lock = ProcessLock.tryAcquire(path.resolve("lock"), shared);
      if (lock == null) {
        throw inUse(path);
      }
      MediaFolder opened = new MediaFolder(path, lock);
      opened.begin(shared);
      return opened;
    } catch (IOException e) {
      throw new StorageFailed(
          Reason.UNAVAILABLE,
          "Yujian cannot keep pictures in "
              + folder
              + ": "
              + e
              + ".\nName a folder that it may write to with YUJIAN_MEDIA_FOLDER.",
          e);
    }
  }

  /** The folder for reading only, beside the process that has locked it; creates nothing. */
  static MediaFolder unlocked(Path folder) {
    return new MediaFolder(folder, null);
  }

  private void begin(boolean shared) throws IOException {
    boolean begun = false;
    try {
      Files.writeString(path.resolve(OWNER), ProcessHandle.current().pid() + "\n");
      clear(shared);
      begun = true;
    } finally {
      if (!begun) {
        close();
      }
    }
  }

  private void clear(boolean shared) throws IOException {
    // The age is told by the file system, whose clock is another one if it is on the network.
    Path now = newFile();
    long before = Files.getLastModifiedTime(now).toMillis() - SHARED_AGE.toMillis();
    try (DirectoryStream<Path> left = Files.newDirectoryStream(path.resolve(UNFINISHED))) {
      for (Path file : left) {
        if (!shared || isBefore(file, before)) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(now);
  }

  private static boolean isBefore(Path file, long millis) throws IOException {
    try {
      FileTime modified = Files.getLastModifiedTime(file);
      return modified.toMillis() < millis;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** The real path of the folder. */
  Path path() {
    return path;
  }

  /** An empty file, readable by this user only, that is renamed when it is whole. */
  Path newFile() throws IOException {
    return Files.createTempFile(path.resolve(UNFINISHED), "", "");
  }

  private static StorageFailed inUse(Path folder) {
    String pid;
    try {
      pid = Files.readString(folder.resolve(OWNER)).strip();
    } catch (IOException e) {
      pid = "unknown";
    }
    return new StorageFailed(
        Reason.UNAVAILABLE,
        "The folder of the pictures "
            + folder
            + " is in use by another Yujian (process "
            + pid
            + ").\nStop that one first, or set YUJIAN_MEDIA_SHARED=true for each of them if they"
            + " share it.",
        null);
  }

  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      // The operating system releases the lock when the process ends.
      return;
    }
  }
}
