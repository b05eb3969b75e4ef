package org.yujian.home;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that was done with an article on a device; at least one of {@code read}, {@code star}
 * and {@code position}.
 *
 * @param clientSeq comes back with the result; otherwise of no meaning here
 * @param read only {@code true}: what was read stays read
 * @param rev the revision that was read; missing: the one that is live when this arrives
 * @param at when, by the device's clock; later than the server's counts as now. Decides between
 *     devices for star and position
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
