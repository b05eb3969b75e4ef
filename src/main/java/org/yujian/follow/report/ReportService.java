package org.yujian.follow.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.ReadSnapshot;

/** Builds reports about the accounts of the caller's key. Too many days or rows give 422. */
@ApplicationScoped
public class ReportService {

  static final int MOST_ROWS = 20_000;

  private final ReportRepository reports;
  private final AccountService accounts;
  private final ReadSnapshot snapshot;
  private final DatabaseClock clock;
  private final Settings settings;

  ReportService(
      ReportRepository reports,
      AccountService accounts,
      ReadSnapshot snapshot,
      DatabaseClock clock,
      Settings settings) {
    this.reports = reports;
    this.accounts = accounts;
    this.snapshot = snapshot;
    this.clock = clock;
    this.settings = settings;
  }

  /** Scans of one follow target, or of all when {@code target} is null. */
  @Transactional
  public ScanReport scans(ReportFilter filter, UUID target, Caller caller) {
    snapshot.begin();
    ReportDays days = days(filter);
    List<ScanReportRow> rows =
        scope(filter, target, caller)
            .map(scope -> reports.scans(scope, days, MOST_ROWS + 1))
            .orElse(List.of());
    return new ScanReport(days.from(), days.to(), days.zone().getId(), bounded(rows));
  }

  @Transactional
  public FollowReport follows(ReportFilter filter, Caller caller) {
    snapshot.begin();
    ReportDays days = days(filter);
    List<FollowReportRow> rows =
        scope(filter, null, caller)
            .map(scope -> reports.follows(scope, days, MOST_ROWS + 1))
            .orElse(List.of());
    return new FollowReport(days.from(), days.to(), days.zone().getId(), bounded(rows));
  }

  private ReportDays days(ReportFilter filter) {
    ZoneId zone = settings.timeZone();
    return ReportDays.of(filter.from(), filter.to(), LocalDate.ofInstant(clock.now(), zone), zone);
  }

  /** Limits for the queries; empty when the account does not exist. */
  private Optional<ReportScope> scope(ReportFilter filter, UUID target, Caller caller) {
    if (filter.account() == null) {
      return Optional.of(new ReportScope(null, target, caller.accounts()));
    }
    return accounts
        .filtered(filter.account())
        .map(account -> new ReportScope(account, target, caller.accounts()));
  }

  private static <T> List<T> bounded(List<T> rows) {
    if (rows.size() > MOST_ROWS) {
      throw ReportProblems.tooLarge(MOST_ROWS);
    }
    return rows;
  }
}
