package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a reader got in an article.
 *
 * @param blockId id of the block
 * @param offset position in the text of the block, in Unicode code points
 * @param at time at which the reader was there
 */
@Schema(name = "ReadingPosition")
public record ReadingPosition(
    @NotNull String blockId, @NotNull Integer offset, @NotNull Instant at) {}
