package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reader's mark of an article, the same on every device.
 *
 * @param articleId id of the article
 * @param accountId id of the account
 * @param read whether this article itself was marked as read; an article that is not newer than the
 *     follow's {@code readUpTo} is read without it
 * @param readRev highest revision that was read
 * @param readAt time of reading
 * @param corrected true when the live revision is later than the one that was read
 * @param star whether the article has a star
 * @param starAt time at which the star was last set or removed
 * @param position how far the reader got
 */
@Schema(name = "ReaderMark")
public record ReaderMark(
    @NotNull UUID articleId,
    @NotNull UUID accountId,
    @NotNull Boolean read,
    Integer readRev,
    Instant readAt,
    Boolean corrected,
    @NotNull Boolean star,
    Instant starAt,
    ReadingPosition position) {

  static ReaderMark of(ReadingMark mark, int liveRev) {
    boolean corrected = mark.read && liveRev > mark.readRev;
    return new ReaderMark(
        mark.articleId,
        mark.accountId,
        mark.read,
        mark.readRev,
        mark.readAt,
        corrected ? true : null,
        mark.star,
        mark.starAt,
        mark.positionAt == null
            ? null
            : new ReadingPosition(mark.positionBlock, mark.positionOffset, mark.positionAt));
  }
}
