package org.yujian.follow.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlQuery;
import org.yujian.shared.page.SqlRow;

/** Queries of the reports. They group and count rows of scans and follow events. */
@ApplicationScoped
class ReportRepository {

  private static final String DAY =
      "width_bucket(cast(floor(extract(epoch from at)) as bigint), cast(:begins as bigint[]))";

  private static final String WITHIN =
      """
      (cast(:account as uuid) is null or %1$s = cast(:account as uuid))
      and (cast(:within as uuid[]) is null or %1$s = any (cast(:within as uuid[])))
      """;

  private static final String BETWEEN = "at >= to_timestamp(:begin) and at < to_timestamp(:end)";

  private static final String SCANS =
      String.format(
          Locale.ROOT,
          """
          select d.day, t.account_id, t.id, p.id, p.label, p.scene, d.outcome, d.scans, d.readers
          from follow_target t join placement p on p.follow_target_id = t.id
          cross join lateral (
            select %s as day, outcome, count(*) as scans, count(*) filter (where first_of_day) as readers
            from scan where placement_id = p.id and outcome <> 'preview' and %s
            group by 1, 2) d
          where t.account_id is not null and %s
            and (cast(:target as uuid) is null or t.id = cast(:target as uuid))
          order by d.day, t.account_id, p.id, d.outcome
          """,
          DAY,
          BETWEEN,
          String.format(Locale.ROOT, WITHIN, "t.account_id"));

  private static final String FOLLOWS =
      String.format(
          Locale.ROOT,
          """
          select d.day, a.id, a.name, d.follows, d.unfollows, d.joined, d.gone
          from account a
          cross join lateral (
            select %s as day,
              count(*) filter (where kind = 'follow') as follows,
              count(*) filter (where kind = 'unfollow') as unfollows,
              count(*) filter (where kind = 'joined') as joined,
              count(*) filter (where kind = 'left') as gone
            from follow_event where account_id = a.id and %s
            group by 1) d
          where %s
          order by d.day, a.id
          """,
          DAY,
          BETWEEN,
          String.format(Locale.ROOT, WITHIN, "a.id"));

  private final Sql sql;

  ReportRepository(Sql sql) {
    this.sql = sql;
  }

  List<ScanReportRow> scans(ReportScope scope, ReportDays days, int rows) {
    return query(SCANS, row -> scanned(row, days), scope, days, rows)
        .set("target", scope.followTarget())
        .list();
  }

  private static ScanReportRow scanned(SqlRow row, ReportDays days) throws SQLException {
    String outcome = row.text(7);
    return new ScanReportRow(
        days.day(row.integer(1)),
        row.uuid(2),
        row.uuid(3),
        row.uuid(4),
        row.text(5),
        row.text(6),
        outcome,
        row.number(8),
        outcome.equals(ScanReportRow.OPENED) ? null : row.number(9));
  }

  List<FollowReportRow> follows(ReportScope scope, ReportDays days, int rows) {
    return query(FOLLOWS, row -> counted(row, days), scope, days, rows).list();
  }

  private static FollowReportRow counted(SqlRow row, ReportDays days) throws SQLException {
    return new FollowReportRow(
        days.day(row.integer(1)),
        row.uuid(2),
        row.text(3),
        row.number(4),
        row.number(5),
        row.number(6),
        row.number(7));
  }

  private <T> SqlQuery<T> query(
      String text, SqlQuery.RowMapper<T> mapper, ReportScope scope, ReportDays days, int rows) {
    return sql.query(text + " limit :rows", mapper)
        .set("rows", rows)
        .set("begins", days.begins())
        .set("begin", (double) days.begin())
        .set("end", (double) days.end())
        .set("account", scope.account())
        .set("within", scope.within() == null ? null : Ids.of(scope.within()));
  }
}
