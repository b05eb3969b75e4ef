package org.yujian.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.yujian.shared.page.Sql;

/** Reads the permanent id of the feed of all articles, made with the database. */
@ApplicationScoped
class FeedIdentityRepository {

  private final Sql sql;

  FeedIdentityRepository(Sql sql) {
    this.sql = sql;
  }

  UUID id() {
    return sql.query("select id from feed_identity", row -> row.uuid(1)).first().orElseThrow();
  }
}
