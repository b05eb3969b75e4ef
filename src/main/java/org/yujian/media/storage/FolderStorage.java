package org.yujian.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yujian.media.storage.StorageFailed.Reason;
import org.yujian.shared.files.DurableFiles;

/**
 * Keeps files in a folder, {@code Qm/Qm3x…/640.webp}. Behind the bytes of a file are four bytes
 * that mark it and its CRC-32C, so that both are replaced in one step.
 */
final class FolderStorage implements PictureStorage {
  private static final int MARK = 0x594a_6331;
  private static final int TRAILER = 2 * Integer.BYTES;
  private static final int PREFIX = 2;
  private static final int DEPTH = 3;
  private static final int MOST_ATTEMPTS = 10;

  private final Path folder;
  private final boolean shared;
  private MediaFolder opened;

  /**
   * @param shared whether other processes may use the folder too
   */
  FolderStorage(Path folder, boolean shared) {
    this.folder = folder.toAbsolutePath().normalize();
    this.shared = shared;
  }

  /** Only for {@link #open} and {@link #list}, beside the process that has locked the folder. */
  static FolderStorage reading(Path folder) {
    FolderStorage storage = new FolderStorage(folder, true);
    storage.opened = MediaFolder.unlocked(storage.folder);
    return storage;
  }

  @Override
  public void prepare() {
    home();
  }

  private synchronized MediaFolder home() {
    if (opened == null) {
      opened = MediaFolder.open(folder, shared);
    }
    return opened;
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }

  @Override
  public void put(String name, byte[] bytes) {
    Path file = path(name);
    int crc = (int) VerifiedStream.checksum(bytes);
    byte[] trailer = ByteBuffer.allocate(TRAILER).putInt(MARK).putInt(crc).array();
    try {
      Path unfinished = home().newFile();
      try {
        DurableFiles.write(unfinished, bytes, trailer);
        place(unfinished, file);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw failed("store " + name, e, bytes.length);
    }
    for (Path changed = file.getParent();
        changed.startsWith(home().path());
        changed = changed.getParent()) {
      DurableFiles.syncFolder(changed);
    }
  }

  /** Renames a finished file; tries again when {@link #delete} removes the folder meanwhile. */
  private static void place(Path finished, Path file) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Files.createDirectories(file.getParent());
      try {
        Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (NoSuchFileException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  @Override
  public Optional<StoredFile> open(String name, long from, long length) {
    Path file = path(name);
    FileChannel channel = null;
    StoredFile opened = null;
    try {
      channel = FileChannel.open(file);
      opened = opened(name, channel, from, length);
      return Optional.of(opened);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("read " + name, e, 0);
    } finally {
      if (opened == null) {
        closeQuietly(channel);
      }
    }
  }

  private static StoredFile opened(String name, FileChannel channel, long from, long length)
      throws IOException {
    long size = channel.size() - TRAILER;
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER);
    while (size >= 0 && trailer.hasRemaining()) {
      if (channel.read(trailer, size + trailer.position()) < 0) {
        break;
      }
    }
    if (trailer.hasRemaining() || trailer.getInt(0) != MARK) {
      throw new DamagedFileException(name);
    }
    long begin = Math.min(from, size);
    long part = Math.min(length, size - begin);
    channel.position(begin);
    InputStream bytes = Channels.newInputStream(channel);
    Long crc = part == size ? Integer.toUnsignedLong(trailer.getInt(Integer.BYTES)) : null;
    return new StoredFile(size, new VerifiedStream(name, bytes, part, crc));
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // It was only read.
      return;
    }
  }

  @Override
  public void delete(String name) {
    Path file = path(name);
    try {
      if (Files.deleteIfExists(file)) {
        DurableFiles.syncFolder(file.getParent());
      }
      Files.deleteIfExists(file.getParent());
    } catch (DirectoryNotEmptyException e) {
      // Other files of the picture are there.
      return;
    } catch (IOException e) {
      throw failed("delete " + name, e, 0);
    }
  }

  @Override
  public Stream<StoredName> list() {
    Stream<Path> level = Stream.of(home().path());
    for (int i = 0; i < DEPTH; i++) {
      level = level.flatMap(this::inside);
    }
    return level.flatMap(this::listed);
  }

  /**
   * The entries of a folder; none of a file, which is not even opened: closing the lock's file
   * would drop the lock (POSIX).
   */
  private Stream<Path> inside(Path part) {
    if (!Files.isDirectory(part)) {
      return Stream.empty();
    }
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(part)) {
      all.forEach(inside::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Stream.empty();
    } catch (IOException | UncheckedIOException e) {
      throw failed("list the files", e, 0);
    }
    return inside.stream();
  }

  private Stream<StoredName> listed(Path file) {
    String name = file.getParent().getFileName() + "/" + file.getFileName();
    if (!StoredName.isValid(name) || !file.equals(path(name))) {
      return Stream.empty();
    }
    try {
      BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
      long bytes = Math.max(0, read.size() - TRAILER);
      return read.isRegularFile()
          ? Stream.of(new StoredName(name, bytes, read.lastModifiedTime().toInstant()))
          : Stream.empty();
    } catch (NoSuchFileException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw failed("list the files", e, 0);
    }
  }

  private Path path(String name) {
    String key = StoredName.requireValid(name).substring(0, name.indexOf('/'));
    String prefix = key.substring(0, Math.min(PREFIX, key.length()));
    return home().path().resolve(prefix).resolve(name);
  }

  private StorageFailed failed(String what, Exception cause, long bytes) {
    return new StorageFailed(
        reason(cause, bytes), "Cannot " + what + " in " + folder + ": " + cause, cause);
  }

  private Reason reason(Exception cause, long bytes) {
    if (cause instanceof DamagedFileException) {
      return Reason.DAMAGED;
    }
    return DurableFiles.isFull(String.valueOf(cause.getMessage()), folder, bytes)
        ? Reason.FULL
        : Reason.UNAVAILABLE;
  }
}
