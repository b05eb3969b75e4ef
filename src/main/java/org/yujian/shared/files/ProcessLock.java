package org.yujian.shared.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock on a file, held by this process until it is closed. The operating system releases it with
 * the process, also after a crash.
 */
public final class ProcessLock implements AutoCloseable {
  /**
   * Files locked by this JVM, which must not be opened again: when a process closes any descriptor
   * of a file, POSIX drops all its locks on the file.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks the file, which is created if it does not exist.
   *
   * @param file by its real path
   * @param shared whether others may hold it too, if they share it as well
   * @return null if another process, or this one, holds it
   */
  public static ProcessLock tryAcquire(Path file, boolean shared) throws IOException {
    if (!OURS.add(file)) {
      return null;
    }
    ProcessLock lock = null;
    try {
      FileChannel channel = open(file);
      if (locked(channel, shared)) {
        lock = new ProcessLock(file, channel);
      } else {
        channel.close();
      }
    } finally {
      if (lock == null) {
        OURS.remove(file);
      }
    }
    return lock;
  }

  /** Whether another process, or this one, holds the lock. */
  public static boolean isHeld(Path file) throws IOException {
    if (OURS.contains(file)) {
      return true;
    }
    try (FileChannel channel = open(file)) {
      return !locked(channel, false);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static boolean locked(FileChannel channel, boolean shared) throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, shared) != null;
    } catch (OverlappingFileLockException e) {
      // This JVM holds the lock through another class loader.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    OURS.remove(file);
  }
}
