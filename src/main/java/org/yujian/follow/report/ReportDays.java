package org.yujian.follow.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** The days of a report, both ends within, each from midnight to midnight of the zone. */
record ReportDays(LocalDate from, LocalDate to, ZoneId zone) {
  static final int MOST = 366;
  private static final int USUAL = 30;

  /**
   * @param from null: thirty days up to the last
   * @param to null: today
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

  /** When it begins, in seconds of the epoch. */
  long begin() {
    return begin(from);
  }

  /** When it is over. */
  long end() {
    return begin(to.plusDays(1));
  }

  /** When each day begins, as PostgreSQL writes an array. */
  String begins() {
    return from.datesUntil(to.plusDays(1))
        .map(day -> Long.toString(begin(day)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /**
   * @param number from 1
   */
  LocalDate day(int number) {
    return from.plusDays(number - 1L);
  }

  private long begin(LocalDate day) {
    return day.atStartOfDay(zone).toEpochSecond();
  }
}
