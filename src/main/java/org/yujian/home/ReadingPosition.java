package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a reader got in an article.
 *
 * @param offset in the block's text, in Unicode code points
 */
@Schema(name = "ReadingPosition")
public record ReadingPosition(
    @NotNull String blockId, @NotNull Integer offset, @NotNull Instant at) {}
