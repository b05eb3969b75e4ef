package org.yujian.change;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.text.Sha256;

/**
 * Position of a client in the log, opaque to clients (base64url). Valid only for the filters of its
 * creation, whose text is part of the checksum.
 *
 * @param epoch identifies the server and its database; see {@link Epoch}
 * @param seq number of the last row read; 0 before the first
 * @param anchor number of a row that must still exist: {@code seq} itself or, during a first full
 *     copy, the newest row at its start. Rows in between may be compacted without harm, because a
 *     client that began there cannot hold what was gone before
 * @param nonce random number of the anchor's row
 */
public record SyncToken(long epoch, long seq, long anchor, long nonce) {
  private static final byte VERSION = 1;
  private static final int CHECK_BYTES = 8;
  private static final int LENGTH = CHECK_BYTES + 1 + 4 * Long.BYTES;

  /** The token's text, valid only with equal filters. */
  public String encode(String filters) {
    byte[] content =
        ByteBuffer.allocate(LENGTH - CHECK_BYTES)
            .put(VERSION)
            .putLong(epoch)
            .putLong(seq)
            .putLong(anchor)
            .putLong(nonce)
            .array();
    byte[] all = ByteBuffer.allocate(LENGTH).put(check(content, filters)).put(content).array();
    return Base64Url.encode(all);
  }

  /** Reads the result of {@link #encode}; throws {@code invalid-sync-token} for any other text. */
  public static SyncToken decode(String text, String filters) {
    try {
      ByteBuffer all = ByteBuffer.wrap(Base64Url.decode(text));
      if (all.capacity() != LENGTH || all.get(CHECK_BYTES) != VERSION) {
        throw new IllegalArgumentException("no token of ours");
      }
      all.position(CHECK_BYTES + 1);
      SyncToken token = new SyncToken(all.getLong(), all.getLong(), all.getLong(), all.getLong());
      if (!token.encode(filters).equals(text)) {
        throw new IllegalArgumentException("other filters or damage");
      }
      return token;
    } catch (IllegalArgumentException e) {
      throw ProblemCode.INVALID_SYNC_TOKEN.problem().causedBy(e);
    }
  }

  private static byte[] check(byte[] content, String filters) {
    byte[] more = filters.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(content, content.length + more.length);
    System.arraycopy(more, 0, all, content.length, more.length);
    return Arrays.copyOf(Sha256.of(all), CHECK_BYTES);
  }
}
