package org.yujian.search.synonym;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlRow;

/** All query text about synonyms. */
@ApplicationScoped
class SynonymRepository {

  private static final String READ = "select groups, updated_at, version from search_synonyms";

  private final Sql sql;

  SynonymRepository(Sql sql) {
    this.sql = sql;
  }

  SynonymList read() {
    return first(sql.query(READ, SynonymRepository::list).first());
  }

  /** Reads the list and makes other writers wait until the end of the transaction. */
  SynonymList lock(Instant now) {
    // A row that does not exist cannot be locked.
    sql.statement(
            """
            insert into search_synonyms (version, updated_at, groups) values (0, :now, '[]')
            on conflict (one) do nothing
            """)
        .set("now", now)
        .run();
    return first(sql.statement(READ + " for update").row(SynonymRepository::list));
  }

  void store(SynonymList list) {
    sql.statement(
            """
            update search_synonyms
            set version = :version, updated_at = :at, groups = cast(:groups as jsonb)
            """)
        .set("version", list.version())
        .set("at", list.changedAt())
        .set("groups", Json.text(list.groups()))
        .run();
  }

  private static SynonymList first(Optional<SynonymList> row) {
    return row.filter(list -> list.version() > 0).orElse(SynonymList.NONE);
  }

  private static SynonymList list(SqlRow row) throws SQLException {
    return new SynonymList(
        List.of(row.json(1, SynonymGroup[].class)), row.instant(2), row.number(3));
  }
}
