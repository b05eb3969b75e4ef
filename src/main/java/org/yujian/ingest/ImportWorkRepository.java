package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.yujian.auth.Caller;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlRow;

/** All statements on documents that wait to be imported. */
@ApplicationScoped
class ImportWorkRepository {

  /** Longer than an attempt needs for its longest step, a large document or picture. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private final Sql sql;

  ImportWorkRepository(Sql sql) {
    this.sql = sql;
  }

  /** Where new documents go. */
  record Place(UUID batch, UUID lane, Caller caller, Instant now) {}

  void add(Place place, int position, ImportRequest document) {
    sql.statement(
            """
            insert into import_work (id, batch_id, position, lane, key_id, created_at, created_by,
              file_name, type, bytes, options)
            values (:id, :batch, :position, :lane, :key, :now, :by,
              :fileName, cast(:type as text), :bytes, cast(:options as jsonb))
            """)
        .set("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .set("batch", place.batch())
        .set("position", position)
        .set("lane", place.lane())
        .set("key", place.caller().keyId())
        .set("now", place.now())
        .set("by", place.caller().name())
        .set("fileName", document.fileName())
        .set("type", document.type())
        .set("bytes", document.bytes())
        .set("options", Json.text(ImportWork.Options.of(document)))
        .run();
  }

  int pending(UUID lane) {
    return sql.query(
            """
            select count(*) from import_work
            where lane = :lane and state in ('waiting', 'working')
            """,
            row -> row.integer(1))
        .set("lane", lane)
        .first()
        .orElse(0);
  }

  /** A batch; empty when it is unknown or another key made it. */
  Optional<ImportBatch> batch(UUID id, Optional<UUID> onlyOf, String language) {
    record Row(UUID key, Instant at, String by, ImportBatch.Item item) {}
    List<Row> rows =
        sql.query(
                """
                select key_id, created_at, created_by, file_name, state, steps_done, steps_total,
                  import_id, problem -> :language
                from import_work where batch_id = :batch order by position
                """,
                row -> new Row(row.uuid(1), row.instant(2), row.text(3), item(row.from(4))))
            .set("language", language)
            .set("batch", id)
            .list();
    return rows.stream()
        .findFirst()
        .filter(first -> onlyOf.isEmpty() || first.key().equals(onlyOf.get()))
        .map(
            first ->
                ImportBatch.of(id, first.at(), first.by(), rows.stream().map(Row::item).toList()));
  }

  @SuppressWarnings("unchecked")
  private static ImportBatch.Item item(SqlRow row) throws SQLException {
    String state = row.text(2);
    boolean read = row.text(4) != null;
    Map<String, Object> problem = row.text(6) == null ? null : row.json(6, Map.class);
    return new ImportBatch.Item(
        row.text(1), state, row.integer(3), read ? row.integer(4) : null, row.uuid(5), problem);
  }

  /**
   * Claims the first document that nobody works at and that is the first of its lane. Another node
   * skips it while it is being claimed.
   */
  Optional<ImportWork> claim(Instant now) {
    return sql.statement(
            """
            update import_work set state = 'working', claim = :claim, claimed_until = :until,
              attempts = attempts + 1, steps_done = 0
            where id = (
              select id from import_work w
              where state in ('waiting', 'working')
                and (claimed_until is null or claimed_until <= :now)
                and not exists (
                  select 1 from import_work earlier
                  where earlier.lane = w.lane and earlier.id < w.id
                    and earlier.state in ('waiting', 'working'))
              order by id limit 1 for update skip locked)
            returning id, claim, key_id, attempts, file_name, type, bytes, options
            """)
        .set("claim", UUID.randomUUID())
        .set("until", now.plus(LEASE))
        .set("now", now)
        .row(
            row ->
                new ImportWork(
                    row.uuid(1),
                    row.uuid(2),
                    row.uuid(3),
                    row.integer(4),
                    row.json(8, ImportWork.Options.class)
                        .request(row.text(5), row.text(6), row.bytes(7))));
  }

  /** Writes the progress and renews the lease; false when the claim is lost. */
  boolean progress(ImportWork work, int done, int total, Instant now) {
    return sql.statement(
                """
                update import_work set steps_done = :done, steps_total = :total,
                  claimed_until = :until
                where id = :id and claim = :claim
                """)
            .set("done", done)
            .set("total", total)
            .set("until", now.plus(LEASE))
            .set("id", work.id())
            .set("claim", work.claim())
            .run()
        == 1;
  }

  /** Locks the row for the transaction that stores the import; false when the claim is lost. */
  boolean hold(ImportWork work) {
    return sql.statement("select 1 from import_work where id = :id and claim = :claim for update")
        .set("id", work.id())
        .set("claim", work.claim())
        .row(row -> row.integer(1))
        .isPresent();
  }

  void done(ImportWork work, UUID imported) {
    sql.statement(
            """
            update import_work set state = 'done', claim = null, claimed_until = null, bytes = '',
              steps_done = steps_total, import_id = :imported
            where id = :id and claim = :claim
            """)
        .set("imported", imported)
        .set("id", work.id())
        .set("claim", work.claim())
        .run();
  }

  /**
   * @param problem a JSON object with the problem document in each language
   */
  void failed(ImportWork work, String problem) {
    sql.statement(
            """
            update import_work set state = 'failed', claim = null, claimed_until = null,
              bytes = '', problem = cast(:problem as jsonb)
            where id = :id and claim = :claim
            """)
        .set("problem", problem)
        .set("id", work.id())
        .set("claim", work.claim())
        .run();
  }

  /**
   * Ends an attempt without a result.
   *
   * @param counts whether it counts as an attempt
   * @param next when the next attempt may begin
   */
  void release(ImportWork work, boolean counts, Instant next) {
    sql.statement(
            """
            update import_work set state = 'waiting', claim = null, claimed_until = :next,
              attempts = attempts - :uncounted
            where id = :id and claim = :claim
            """)
        .set("next", next)
        .set("uncounted", counts ? 0 : 1)
        .set("id", work.id())
        .set("claim", work.claim())
        .run();
  }

  /** Deletes the names of imported files whose content is purged; returns their batches. */
  List<UUID> forgetNames(Collection<UUID> imports) {
    return sql.statement(
            """
            update import_work set file_name = '' where import_id = any(:imports)
            returning batch_id
            """)
        .set("imports", imports.toArray(UUID[]::new))
        .rows(row -> row.uuid(1));
  }

  int deleteEndedBefore(Instant before) {
    return sql.statement(
            "delete from import_work where created_at < :before and state in ('done', 'failed')")
        .set("before", before)
        .run();
  }
}
