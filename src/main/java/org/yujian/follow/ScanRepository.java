package org.yujian.follow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.yujian.shared.page.Sql;

/** Queries for scans, except those of the reports. */
@ApplicationScoped
class ScanRepository implements PanacheRepositoryBase<Scan, Long> {

  private final Sql sql;

  ScanRepository(Sql sql) {
    this.sql = sql;
  }

  /** Whether this reader's scan of the placement was already counted in the period. */
  boolean counted(Scan scan, Instant from, Instant before) {
    return count(
            """
            readerKey = ?1 and placementId = ?2 and outcome = ?3 and firstOfDay = true
            and at >= ?4 and at < ?5
            """,
            scan.readerKey,
            scan.placementId,
            scan.outcome,
            from,
            before)
        > 0;
  }

  /** Counted scans of both readers at the placements that {@code from} scanned, oldest first. */
  List<Scan> counted(long from, long into) {
    return list(
        """
        readerKey in (?1, ?2) and firstOfDay = true
        and placementId in (select f.placementId from Scan f where f.readerKey = ?1)
        order by at, id
        """,
        from,
        into);
  }

  void move(long from, long into) {
    update("readerKey = ?1 where readerKey = ?2", into, from);
  }

  /** Writes page openings from a JSON array of {code, at, outcome}; unknown codes are left out. */
  void insert(String openings) {
    sql.statement(
            """
            insert into scan (placement_id, at, outcome)
            select p.id, o.at, o.outcome
            from jsonb_to_recordset(cast(:openings as jsonb))
              as o (code text, at timestamptz, outcome text)
            join placement p on p.code = o.code order by o.at
            """)
        .set("openings", openings)
        .run();
  }
}
