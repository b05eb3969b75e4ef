package org.yujian.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts bytes and lines on their way, and computes their SHA-256. Closing leaves the target. */
final class DigestedOutput extends OutputStream {
  private final MessageDigest digest = sha256();
  private final OutputStream out;
  private long bytes;
  private long lines;

  DigestedOutput(OutputStream out) {
    this.out = out;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    digest.update(from, offset, length);
    bytes += length;
    for (int i = offset; i < offset + length; i++) {
      if (from[i] == '\n') {
        lines++;
      }
    }
    out.write(from, offset, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  long bytes() {
    return bytes;
  }

  /** Number of line feeds: the rows of COPY's text format, which escapes those in values. */
  long lines() {
    return lines;
  }

  /** SHA-256 of everything written, as hexadecimal digits. Call it once, at the end. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
