package org.yujian.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.yujian.shared.page.Sql;

/** The row that every node must be able to open. */
@ApplicationScoped
class SecretCheckRepository {

  private final Sql sql;

  SecretCheckRepository(Sql sql) {
    this.sql = sql;
  }

  /** The stored value; the given one becomes it if there is none. */
  @Transactional
  byte[] stored(byte[] first) {
    sql.statement("insert into secret_check (sealed) values (:first) on conflict do nothing")
        .set("first", first)
        .run();
    return sql.query("select sealed from secret_check", row -> row.bytes(1)).first().orElseThrow();
  }
}
