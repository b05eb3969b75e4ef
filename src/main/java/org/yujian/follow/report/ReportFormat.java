package org.yujian.follow.report;

/** Format of a report: the value of {@code format=}. */
enum ReportFormat {
  JSON,
  CSV
}
