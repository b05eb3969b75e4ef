package org.yujian.follow.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Queries of the reports: per placement or account, rows of the days are grouped and counted. */
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

  @Inject EntityManager entityManager;

  List<ScanReportRow> scans(ReportScope scope, ReportDays days, int rows) {
    UUID target = scope.followTarget();
    return query(SCANS, scope, days)
        .setParameter("target", target == null ? null : target.toString(), String.class)
        .setMaxResults(rows)
        .getResultStream()
        .map(row -> scanned(row, days))
        .toList();
  }

  private static ScanReportRow scanned(Object[] row, ReportDays days) {
    String outcome = (String) row[6];
    return new ScanReportRow(
        days.day((Integer) row[0]),
        (UUID) row[1],
        (UUID) row[2],
        (UUID) row[3],
        (String) row[4],
        (String) row[5],
        outcome,
        (Long) row[7],
        outcome.equals(ScanReportRow.OPENED) ? null : (Long) row[8]);
  }

  List<FollowReportRow> follows(ReportScope scope, ReportDays days, int rows) {
    return query(FOLLOWS, scope, days)
        .setMaxResults(rows)
        .getResultStream()
        .map(
            row ->
                new FollowReportRow(
                    days.day((Integer) row[0]),
                    (UUID) row[1],
                    (String) row[2],
                    (Long) row[3],
                    (Long) row[4],
                    (Long) row[5],
                    (Long) row[6]))
        .toList();
  }

  private NativeQuery<Object[]> query(String sql, ReportScope scope, ReportDays days) {
    UUID account = scope.account();
    return entityManager
        .unwrap(Session.class)
        .createNativeQuery(sql, Object[].class)
        .setParameter("begins", days.begins())
        .setParameter("begin", (double) days.begin())
        .setParameter("end", (double) days.end())
        .setParameter("account", account == null ? null : account.toString(), String.class)
        .setParameter("within", scope.withinText(), String.class);
  }
}
