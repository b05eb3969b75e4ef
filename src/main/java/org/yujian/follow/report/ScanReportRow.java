package org.yujian.follow.report;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Scans of one placement on one day with one outcome.
 *
 * @param day day, in the time zone of the report
 * @param accountId id of the account
 * @param followTargetId id of the follow target
 * @param placementId id of the placement
 * @param label name of the placement at the desk
 * @param scene scene of the placement
 * @param scans number of scans
 * @param readers number of readers who scanned; absent for openings of the page, whose readers are
 *     unknown
 */
@Schema(name = "ScanReportRow")
public record ScanReportRow(
    @NotNull LocalDate day,
    @NotNull UUID accountId,
    @NotNull UUID followTargetId,
    @NotNull UUID placementId,
    @NotNull String label,
    @NotNull String scene,
    @NotNull String outcome,
    @NotNull Long scans,
    Long readers) {

  public static final String OPENED = "opened";
}
