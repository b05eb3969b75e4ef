package org.yujian.home;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.yujian.change.SyncToken;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.text.Sha256;

/**
 * How far a device has received the reader's own and the public changes. Opaque to clients: a
 * personal part and the log's token, whose checksum covers both parts.
 *
 * @param reader a hash of the reader's id
 * @param base change up to which the device had everything; later follows bring their articles
 * @param seq last change of the reader that was sent; above {@code base} between pages
 * @param arrival the follow whose articles span several pages
 * @param log how far the public changes of followed accounts were sent
 */
record ReaderSyncToken(long reader, long base, long seq, Arrival arrival, SyncToken log) {
  private static final int BYTES = 5 * Long.BYTES + Short.BYTES;

  /** The number of bytes is a multiple of three, so no Base64 digit has unused bits. */
  private static final int DIGITS = BYTES * 4 / 3;

  /**
   * Progress of a follow whose articles are being sent.
   *
   * @param followedSeq tells the follow from a later one of the same account
   * @param below feed order of the last article sent
   * @param told number of articles sent
   */
  record Arrival(long followedSeq, long below, int told) {
    static final Arrival NONE = new Arrival(0, Long.MAX_VALUE, 0);
  }

  /** Token of a device without data; {@code newest} is the current end of the log. */
  static ReaderSyncToken begin(UUID reader, SyncToken newest) {
    return new ReaderSyncToken(hash(reader), 0, 0, Arrival.NONE, newest);
  }

  boolean isOf(UUID someone) {
    return reader == hash(someone);
  }

  /** Whether none of the reader's own changes was sent yet. */
  boolean begins() {
    return seq == 0 && arrival.told == 0;
  }

  /** Advances to a change that was sent; keeps the progress of a follow. */
  ReaderSyncToken told(long change) {
    return new ReaderSyncToken(reader, base, change, arrival, log);
  }

  ReaderSyncToken arriving(Arrival next) {
    return new ReaderSyncToken(reader, base, seq, next, log);
  }

  /** Marks all of the reader's changes as sent. */
  ReaderSyncToken whole(long last) {
    return new ReaderSyncToken(reader, last, last, Arrival.NONE, log);
  }

  ReaderSyncToken read(SyncToken further) {
    return new ReaderSyncToken(reader, base, seq, arrival, further);
  }

  String encode() {
    byte[] personal =
        ByteBuffer.allocate(BYTES)
            .putLong(reader)
            .putLong(base)
            .putLong(seq)
            .putLong(arrival.followedSeq)
            .putLong(arrival.below)
            .putShort((short) arrival.told)
            .array();
    String digits = Base64Url.encode(personal);
    return digits + log.encode(digits);
  }

  /** Decodes the text of {@link #encode}; throws {@code invalid-sync-token} for any other. */
  static ReaderSyncToken decode(String text) {
    if (text.length() < DIGITS) {
      throw ProblemCode.INVALID_SYNC_TOKEN.problem();
    }
    String digits = text.substring(0, DIGITS);
    SyncToken log = SyncToken.decode(text.substring(DIGITS), digits);
    ByteBuffer personal = ByteBuffer.wrap(Base64Url.decode(digits));
    return new ReaderSyncToken(
        personal.getLong(),
        personal.getLong(),
        personal.getLong(),
        new Arrival(personal.getLong(), personal.getLong(), personal.getShort()),
        log);
  }

  private static long hash(UUID reader) {
    byte[] id = reader.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Sha256.of(id)).getLong();
  }
}
