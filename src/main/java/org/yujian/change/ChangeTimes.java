package org.yujian.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;

/** Times of public changes. They are taken under the log's lock, so they rise with its order. */
@ApplicationScoped
public class ChangeTimes {

  private final Sql sql;

  ChangeTimes(Sql sql) {
    this.sql = sql;
  }

  /** Time of the newest public change of these entities; empty if the log has none of them. */
  public Optional<Instant> newest(Collection<UUID> things) {
    return sql
        .query("select max(at) from change where thing_id = any(:ids)", row -> row.instant(1))
        .set("ids", Ids.of(things))
        .list()
        .stream()
        .filter(at -> at != null)
        .findFirst();
  }
}
