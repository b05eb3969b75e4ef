package org.yujian.media.storage;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;

/** Ends after a known length, and fails instead of handing out the last bytes of a damaged file. */
final class VerifiedStream extends FilterInputStream {
  private final CRC32C crc = new CRC32C();
  private final String name;
  private final Long expected;
  private long left;

  /**
   * @param length number of bytes until the end
   * @param expected checksum of these bytes; null for a part of a file, which is not verified
   */
  VerifiedStream(String name, InputStream in, long length, Long expected) {
    super(in);
    this.name = name;
    this.left = length;
    this.expected = expected;
  }

  static long checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return crc.getValue();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      verify();
      return -1;
    }
    int read = in.read(into, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("The stored file " + name + " ends too early.");
    }
    crc.update(into, offset, read);
    left -= read;
    if (left == 0) {
      verify();
    }
    return read;
  }

  private void verify() throws DamagedFileException {
    if (expected != null && expected != crc.getValue()) {
      throw new DamagedFileException(name);
    }
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = 0;
    while (skipped < bytes && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(in.available(), left);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
