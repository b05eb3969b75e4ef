package org.yujian.follow.report;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Csv;

/**
 * Scans by placement, day and outcome; combinations without scans have no row.
 *
 * @param from first day of the report
 * @param to last day of the report
 * @param timeZone time zone in which days begin
 * @param items rows; combinations without scans have none
 */
@Schema(name = "ScanReport")
public record ScanReport(
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @NotNull String timeZone,
    @NotNull List<ScanReportRow> items) {

  String csv() {
    Csv csv =
        new Csv(
            "day",
            "accountId",
            "followTargetId",
            "placementId",
            "label",
            "scene",
            "outcome",
            "scans",
            "readers");
    for (ScanReportRow row : items) {
      csv.row(
          row.day(),
          row.accountId(),
          row.followTargetId(),
          row.placementId(),
          row.label(),
          row.scene(),
          row.outcome(),
          row.scans(),
          row.readers());
    }
    return csv.toString();
  }
}
