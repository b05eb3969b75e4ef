package org.yujian.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlRow;
import org.yujian.shared.text.NameKeys;

/** Finds and renews name keys of several features. The public sees none, so nothing is logged. */
@ApplicationScoped
class NameKeyRepository {

  private final Sql sql;

  NameKeyRepository(Sql sql) {
    this.sql = sql;
  }

  /** A row with a key of older rules; {@code unique} if no other row may have that key. */
  record OldKey(UUID id, String ref, String name, String key, boolean unique) {}

  record OldTitle(UUID account, String key) {}

  /** Oldest first, so that of two names that look the same the older one gets the key. */
  List<OldKey> oldKeys(NamedThing thing) {
    return sql.query(
            String.format(
                Locale.ROOT,
                """
                    select t.id, %s, t.name, t.name_key, %s from %s t
                    where t.name_key ~ :old order by t.id
                    """,
                thing.ref("t"),
                thing.unique("t"),
                thing.table()),
            NameKeyRepository::oldKey)
        .set("old", NameKeys.ignorablePattern())
        .list();
  }

  /** Renews a key unless another row has the new one or another node was first. */
  void renew(NamedThing thing, OldKey old, String key) {
    sql.statement(
            String.format(
                Locale.ROOT,
                """
            update %1$s t set name_key = :key where t.id = :id and t.name_key = :old
              and not exists (
                select 1 from %1$s o where o.name_key = :key and o.id <> t.id and %2$s)
            """,
                thing.table(),
                thing.rivals()))
        .set("key", key)
        .set("id", old.id())
        .set("old", old.key())
        .run();
  }

  /** The row that already has {@code key}, the new key of {@code of}. */
  Optional<OldKey> rival(NamedThing thing, OldKey of, String key) {
    return sql.query(
            String.format(
                Locale.ROOT,
                """
                    select o.id, %1$s, o.name, o.name_key, true from %2$s o join %2$s t on t.id = :id
                    where o.name_key = :key and o.id <> t.id and %3$s
                    """,
                thing.ref("o"),
                thing.table(),
                thing.rivals()),
            NameKeyRepository::oldKey)
        .set("id", of.id())
        .set("key", key)
        .first();
  }

  /** Old title keys by account, read from the index alone. */
  List<OldTitle> oldTitles(String table) {
    return sql.query(
            String.format(
                Locale.ROOT,
                "select distinct account_id, title_key from %s where title_key ~ :old",
                table),
            row -> new OldTitle(row.uuid(1), row.text(2)))
        .set("old", NameKeys.ignorablePattern())
        .list();
  }

  /** Locks the account first, like every change of its articles. */
  void renew(String table, OldTitle old, String key) {
    sql.statement("select id from account where id = :account for no key update")
        .set("account", old.account())
        .run();
    sql.statement(
            String.format(
                Locale.ROOT,
                "update %s set title_key = :key where account_id = :account and title_key = :old",
                table))
        .set("key", key)
        .set("account", old.account())
        .set("old", old.key())
        .run();
  }

  private static OldKey oldKey(SqlRow row) throws SQLException {
    return new OldKey(row.uuid(1), row.text(2), row.text(3), row.text(4), row.flag(5));
  }
}
