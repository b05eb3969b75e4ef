package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Schedules the publication of an edition.
 *
 * @param at time of publication: in the future, at most two years
 */
@Schema(name = "ScheduleEdition")
public record ScheduleRequest(@NotNull Instant at) {}
