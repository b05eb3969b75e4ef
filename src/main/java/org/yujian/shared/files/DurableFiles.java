package org.yujian.shared.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes that are on the disk when a method returns, and the signs of a full disk. */
public final class DurableFiles {
  private DurableFiles() {}

  /** Writes the parts one after another to an existing file, and syncs them to disk. */
  public static void write(Path file, byte[]... parts) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (byte[] part : parts) {
        ByteBuffer buffer = ByteBuffer.wrap(part);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
      channel.force(true);
    }
  }

  /** Syncs the names in a folder to disk: files that were created, renamed or deleted there. */
  public static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot open folders; it writes a rename to disk by itself.
      return;
    }
  }

  /** Whether an error message, or the space that is left for {@code bytes}, says so. */
  public static boolean isFull(String text, Path folder, long bytes) {
    return text.contains("No space left on device")
        || text.contains("Disk quota exceeded")
        || hasLessThan(bytes, folder);
  }

  private static boolean hasLessThan(long bytes, Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < bytes;
    } catch (IOException e) {
      return false;
    }
  }
}
