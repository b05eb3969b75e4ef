package org.yujian.follow.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The days of a report, first and last included, from midnight to midnight in a time zone. */
record ReportDays(LocalDate from, LocalDate to, ZoneId zone) {
  static final int MOST = 366;
  private static final int USUAL = 30;

  /**
   * Defaults: {@code to} is today, and {@code from} gives thirty days up to {@code to}.
   *
   * @throws org.yujian.shared.problem.Problem {@code report-range}
   */
  static ReportDays of(LocalDate from, LocalDate to, LocalDate today, ZoneId zone) {
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.minusDays(USUAL - 1) : from;
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 1 || days > MOST) {
      throw ReportProblems.range(MOST);
    }
    return new ReportDays(first, last, zone);
  }

  long begin() {
    return begin(from);
  }

  long end() {
    return begin(to.plusDays(1));
  }

  Long[] begins() {
    return from.datesUntil(to.plusDays(1)).map(this::begin).toArray(Long[]::new);
  }

  /** The day with this number; the first one has 1. */
  LocalDate day(int number) {
    return from.plusDays(number - 1L);
  }

  private long begin(LocalDate day) {
    return day.atStartOfDay(zone).toEpochSecond();
  }
}
