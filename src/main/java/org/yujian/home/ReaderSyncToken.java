package org.yujian.home;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.yujian.change.SyncToken;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.text.Sha256;

/**
 * How far a device has its reader's changes and the public ones. Opaque outside: the personal part,
 * then the log's token with the personal part in its check sum.
 *
 * @param reader a hash of the reader's id
 * @param base up to here the device once had everything: what was followed later, arrives
 * @param seq of the reader's last change that was told; above {@code base} in the middle of several
 *     pages
 * @param arrival the follow whose articles come over several pages
 * @param log how far the public changes of what is followed were told
 */
record ReaderSyncToken(long reader, long base, long seq, Arrival arrival, SyncToken log) {
  private static final int BYTES = 5 * Long.BYTES + Short.BYTES;

  /** The bytes fill their digits, so that no digit has bits to spare. */
  private static final int DIGITS = BYTES * 4 / 3;

  /**
   * How far a follow has arrived.
   *
   * @param followedSeq tells it from a later follow of the same account
   * @param below the feed order of the last article told
   * @param told how many articles
   */
  record Arrival(long followedSeq, long below, int told) {
    static final Arrival NONE = new Arrival(0, Long.MAX_VALUE, 0);
  }

  /** Of who has nothing, while the log ends here. */
  static ReaderSyncToken begin(UUID reader, SyncToken newest) {
    return new ReaderSyncToken(hash(reader), 0, 0, Arrival.NONE, newest);
  }

  boolean isOf(UUID someone) {
    return reader == hash(someone);
  }

  /** Nothing of the reader's was told yet. */
  boolean begins() {
    return seq == 0 && arrival.told == 0;
  }

  /** Everything up to that change was told, and a follow's articles meanwhile as before. */
  ReaderSyncToken told(long change) {
    return new ReaderSyncToken(reader, base, change, arrival, log);
  }

  ReaderSyncToken arriving(Arrival next) {
    return new ReaderSyncToken(reader, base, seq, next, log);
  }

  /** The device has all of the reader's changes. */
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

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws org.yujian.shared.problem.Problem {@code invalid-sync-token}
   */
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
