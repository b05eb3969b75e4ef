package org.yujian.follow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;

/** Reads follows for the home feed, and public follower counts, in no particular order. */
@ApplicationScoped
class PublishedFollowRepository {

  private final Sql sql;

  PublishedFollowRepository(Sql sql) {
    this.sql = sql;
  }

  /** The reader's active follows, with the columns that the home feed needs. */
  List<Followed> followed(long readerKey) {
    return sql.query(Followed.SELECT, Followed::of).set("reader", readerKey).list();
  }

  List<AccountCount> counts(Collection<UUID> accounts) {
    return sql.query(
            """
            select a.id, coalesce(c.followers, 0)
            from account a left join account_counter c on c.account_id = a.id
            where a.id = any(:accounts) and a.state = 'open'
            """,
            row -> new AccountCount(row.uuid(1), row.number(2)))
        .set("accounts", Ids.of(accounts))
        .list();
  }
}
