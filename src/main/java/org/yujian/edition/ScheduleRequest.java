package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the clock publishes an edition. */
@Schema(name = "ScheduleEdition")
public record ScheduleRequest(
    @Schema(description = "In the future, two years at most") @NotNull Instant at) {}
