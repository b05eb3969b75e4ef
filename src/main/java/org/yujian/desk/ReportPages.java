package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.auth.Caller;
import org.yujian.follow.report.FollowReport;
import org.yujian.follow.report.FollowReportRow;
import org.yujian.follow.report.ReportFilter;
import org.yujian.follow.report.ReportService;
import org.yujian.follow.report.ScanReport;
import org.yujian.follow.report.ScanReportRow;

/** Turns the reports into lines and bars, within the caller's accounts. */
@ApplicationScoped
class ReportPages {

  private static final int MOST_BARS = 30;
  private static final String NEW_FOLLOW = "new-follow";

  /**
   * What the page shows.
   *
   * @param account id or handle that the report is limited to; null for all
   * @param accounts accounts to choose from
   * @param scans openings of pages, and scans in the app
   * @param follows new follows, and those that ended
   * @param bars placements with most scans first
   */
  record View(
      LocalDate from,
      LocalDate to,
      String timeZone,
      String account,
      List<DeskAccount> accounts,
      DayChart scans,
      DayChart follows,
      List<Bar> bars) {

    /** The query string of the same reports in the API as CSV. */
    public String csv() {
      Map<String, Object> query = new LinkedHashMap<>();
      query.put("from", from);
      query.put("to", to);
      query.put("account", account);
      query.put("format", "csv");
      return PageLinks.query(query);
    }

    public boolean isOf(DeskAccount one) {
      return one.id().toString().equals(account) || ("@" + one.handle()).equals(account);
    }

    /** Number of bars when there may be more; else null. */
    public Integer most() {
      return bars.size() == MOST_BARS ? MOST_BARS : null;
    }
  }

  /**
   * Scans of one placement in the days of the report.
   *
   * @param percent of the placement with most scans
   */
  record Bar(
      UUID followTargetId,
      String accountName,
      String label,
      String scene,
      long scans,
      long newFollows,
      long percent) {}

  private final ReportService reports;
  private final AccountService accounts;
  private final AccountChoices choices;

  ReportPages(ReportService reports, AccountService accounts, AccountChoices choices) {
    this.reports = reports;
    this.accounts = accounts;
    this.choices = choices;
  }

  View read(ReportFilter filter, Caller caller) {
    ScanReport scans = reports.scans(filter, null, caller);
    FollowReport follows =
        reports.follows(new ReportFilter(filter.account(), scans.from(), scans.to()), caller);
    List<LocalDate> days = scans.from().datesUntil(scans.to().plusDays(1)).toList();
    return new View(
        scans.from(),
        scans.to(),
        scans.timeZone(),
        filter.account(),
        choices.read(caller),
        new DayChart(
            days,
            List.of(
                line(
                    days,
                    scans.items(),
                    ScanReportRow::day,
                    row -> isOpened(row) ? row.scans() : 0),
                line(
                    days,
                    scans.items(),
                    ScanReportRow::day,
                    row -> isOpened(row) ? 0 : row.scans()))),
        new DayChart(
            days,
            List.of(
                line(days, follows.items(), FollowReportRow::day, FollowReportRow::follows),
                line(days, follows.items(), FollowReportRow::day, ReportPages::ended))),
        bars(scans.items()));
  }

  private static boolean isOpened(ScanReportRow row) {
    return row.outcome().equals(ScanReportRow.OPENED);
  }

  private static long ended(FollowReportRow row) {
    return row.unfollows() + row.joined() + row.left();
  }

  private static <T> DayChart.Line line(
      List<LocalDate> days, List<T> rows, Function<T, LocalDate> day, ToLongFunction<T> number) {
    Map<LocalDate, Long> sums =
        rows.stream().collect(Collectors.groupingBy(day, Collectors.summingLong(number)));
    return new DayChart.Line(days.stream().map(one -> sums.getOrDefault(one, 0L)).toList());
  }

  private List<Bar> bars(List<ScanReportRow> rows) {
    Map<UUID, List<ScanReportRow>> byPlacement =
        rows.stream().collect(Collectors.groupingBy(ScanReportRow::placementId));
    long most = byPlacement.values().stream().mapToLong(ReportPages::scans).max().orElse(1);
    Map<UUID, String> names =
        accounts.deskNames(rows.stream().map(ScanReportRow::accountId).distinct().toList());
    return byPlacement.values().stream()
        .map(some -> bar(some, names.get(some.get(0).accountId()), most))
        .sorted(Comparator.comparing(Bar::scans).reversed().thenComparing(Bar::label))
        .limit(MOST_BARS)
        .toList();
  }

  private static Bar bar(List<ScanReportRow> rows, String account, long most) {
    ScanReportRow one = rows.get(0);
    long scans = scans(rows);
    long followed = scans(rows.stream().filter(row -> row.outcome().equals(NEW_FOLLOW)).toList());
    return new Bar(
        one.followTargetId(),
        account,
        one.label(),
        one.scene(),
        scans,
        followed,
        scans * 100 / most);
  }

  private static long scans(List<ScanReportRow> rows) {
    return rows.stream().mapToLong(ScanReportRow::scans).sum();
  }
}
