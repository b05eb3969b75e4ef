package org.yujian.follow.report;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Csv;

/**
 * Follows and their ends by account and day; a day without events has no row.
 *
 * @param from first day of the report
 * @param to last day of the report
 * @param timeZone time zone in which days begin
 * @param items rows; a day without events has none
 */
@Schema(name = "FollowReport")
public record FollowReport(
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @NotNull String timeZone,
    @NotNull List<FollowReportRow> items) {

  String csv() {
    Csv csv = new Csv("day", "accountId", "name", "follows", "unfollows", "joined", "left");
    for (FollowReportRow row : items) {
      csv.row(
          row.day(),
          row.accountId(),
          row.name(),
          row.follows(),
          row.unfollows(),
          row.joined(),
          row.left());
    }
    return csv.toString();
  }
}
