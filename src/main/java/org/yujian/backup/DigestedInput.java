package org.yujian.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** Computes the SHA-256 of what is read. Skipped bytes are read as well. */
final class DigestedInput extends DigestInputStream {

  DigestedInput(InputStream in) {
    super(in, DigestedOutput.sha256());
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, 1 << 16)).length;
  }

  /** SHA-256 of everything read, as hexadecimal digits. Call it once, at the end. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
