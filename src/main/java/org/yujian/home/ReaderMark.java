package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a reader did with an article, the same on every device.
 *
 * @param read of this article alone; one that is not newer than the follow's {@code readUpTo} is
 *     read without
 * @param readRev the highest revision that was read
 * @param corrected true when a later revision is live than was read
 * @param starAt when the star was last set or taken away
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
