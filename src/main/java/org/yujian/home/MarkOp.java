package org.yujian.home;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An operation on the mark of an article; at least one of {@code read}, {@code star} and {@code
 * position}.
 *
 * @param clientSeq number that is returned with the result; has no other meaning
 * @param articleId id of the article
 * @param read only {@code true}: read articles stay read
 * @param rev revision that was read; when absent, the one that is live when the operation arrives
 * @param star whether the article has a star
 * @param position how far the reader got
 * @param at time of the operation by the clock of the device; a time in the future counts as now.
 *     Decides between devices for {@code star} and {@code position}
 */
@Schema(name = "MarkOp")
public record MarkOp(
    @NotNull Long clientSeq,
    @NotNull UUID articleId,
    Boolean read,
    @Min(1) Integer rev,
    Boolean star,
    @Valid MarkPosition position,
    @NotNull Instant at) {

  boolean saysNothing() {
    return read == null && star == null && position == null;
  }
}
