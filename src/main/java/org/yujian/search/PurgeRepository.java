package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.yujian.shared.page.Sql;

/** Counts purges of content, for the nodes that have indexes of their own. */
@ApplicationScoped
class PurgeRepository {

  private final Sql sql;

  PurgeRepository(Sql sql) {
    this.sql = sql;
  }

  void add() {
    sql.statement(
            "insert into search_purge (purges) values (1)"
                + " on conflict (id) do update set purges = search_purge.purges + 1")
        .run();
  }

  long count() {
    return sql.query("select coalesce(max(purges), 0) from search_purge", row -> row.number(1))
        .list()
        .get(0);
  }
}
