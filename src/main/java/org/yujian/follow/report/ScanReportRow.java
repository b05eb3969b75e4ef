package org.yujian.follow.report;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Scans of one placement on one day with one outcome.
 *
 * @param readers how many readers these scans were of; missing for openings of the page, which know
 *     none
 */
@Schema(name = "ScanReportRow")
public record ScanReportRow(
    @NotNull LocalDate day,
    @NotNull UUID accountId,
    @NotNull UUID followTargetId,
    @NotNull UUID placementId,
    @NotNull String label,
    @NotNull String scene,
    @Schema(description = "`opened` (the page), `new-follow` or `already-following`") @NotNull
        String outcome,
    @NotNull Long scans,
    Long readers) {

  static final String OPENED = "opened";
}
