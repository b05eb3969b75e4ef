package org.yujian.media.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * An open file, or a part of it. Reading fails with {@link DamagedFileException} before the end if
 * the file is not what was stored.
 *
 * @param size length of the whole file in bytes
 * @param bytes the part that was asked for
 */
public record StoredFile(long size, InputStream bytes) implements Closeable {

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
