package org.yujian.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Ends a ZIP file with a seal: the words {@link #MARK} and the SHA-256 of all bytes before them.
 * The seal takes the place of the file's comment, so that the file remains a plain ZIP file. The
 * writer sets {@link #PLACEHOLDER} as the comment, which is the last thing that a ZIP file has.
 */
final class SealedOutput extends OutputStream {
  static final String MARK = "yujian-backup sha256:";
  static final int LENGTH = MARK.length() + 2 * 32;
  static final String PLACEHOLDER = "-".repeat(LENGTH);

  private final MessageDigest digest = DigestedOutput.sha256();
  private final OutputStream out;

  /** The newest bytes, which may be the placeholder. */
  private final byte[] held = new byte[LENGTH];

  private int count;

  SealedOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    int release = Math.max(0, count + length - LENGTH);
    int old = Math.min(count, release);
    pass(held, 0, old);
    System.arraycopy(held, old, held, 0, count - old);
    count -= old;
    int direct = release - old;
    pass(from, offset, direct);
    System.arraycopy(from, offset + direct, held, count, length - direct);
    count += length - direct;
  }

  private void pass(byte[] from, int offset, int length) throws IOException {
    digest.update(from, offset, length);
    out.write(from, offset, length);
  }

  /** Writes the seal in place of the comment. */
  void seal() throws IOException {
    if (count != LENGTH || !PLACEHOLDER.equals(new String(held, StandardCharsets.US_ASCII))) {
      throw new IllegalStateException("The file does not end with the placeholder");
    }
    out.write(seal(digest));
    count = 0;
  }

  /** The seal of a file whose other bytes have been given to the digest. */
  static byte[] seal(MessageDigest digest) {
    return (MARK + HexFormat.of().formatHex(digest.digest())).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
