package org.yujian.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.shared.text.NameKeys;

/**
 * Finds and renews stored name keys across the tables of several features, which only package ops
 * may do. Only the desk uses keys, so these changes are not logged.
 */
@ApplicationScoped
class NameKeyRepository {

  @Inject EntityManager entityManager;

  /** A row whose key follows older rules; {@code unique} if no other row may have its key. */
  record OldKey(UUID id, String ref, String name, String key, boolean unique) {}

  /** An old title key of an account's articles or drafts. */
  record OldTitle(UUID account, String key) {}

  /** Oldest first, so that of two names that look the same the older one gets the key. */
  List<OldKey> oldKeys(NamedThing thing) {
    return rows(query(
                String.format(
                    Locale.ROOT,
                    """
                    select t.id, %s, t.name, t.name_key, %s from %s t
                    where t.name_key ~ :old order by t.id
                    """,
                    thing.ref("t"),
                    thing.unique("t"),
                    thing.table()))
            .setParameter("old", NameKeys.ignorablePattern()))
        .map(NameKeyRepository::oldKey)
        .toList();
  }

  /** Renews a key unless another row has the new one or another node was first. */
  void renew(NamedThing thing, OldKey old, String key) {
    entityManager
        .createNativeQuery(
            String.format(
                Locale.ROOT,
                """
            update %1$s t set name_key = :key where t.id = :id and t.name_key = :old
              and not exists (
                select 1 from %1$s o where o.name_key = :key and o.id <> t.id and %2$s)
            """,
                thing.table(),
                thing.rivals()))
        .setParameter("key", key)
        .setParameter("id", old.id())
        .setParameter("old", old.key())
        .executeUpdate();
  }

  /** The row that already has the key that {@code of} would get. */
  Optional<OldKey> rival(NamedThing thing, OldKey of, String key) {
    return rows(query(
                String.format(
                    Locale.ROOT,
                    """
                    select o.id, %1$s, o.name, o.name_key, true from %2$s o join %2$s t on t.id = :id
                    where o.name_key = :key and o.id <> t.id and %3$s
                    """,
                    thing.ref("o"),
                    thing.table(),
                    thing.rivals()))
            .setParameter("id", of.id())
            .setParameter("key", key))
        .map(NameKeyRepository::oldKey)
        .findFirst();
  }

  /** Titles may be equal, so keys are found and renewed by account, from the index alone. */
  List<OldTitle> oldTitles(String table) {
    return rows(query(
                String.format(
                    Locale.ROOT,
                    "select distinct account_id, title_key from %s where title_key ~ :old",
                    table))
            .setParameter("old", NameKeys.ignorablePattern()))
        .map(row -> new OldTitle(row.get(0, UUID.class), text(row, 1)))
        .toList();
  }

  /** Locks the account first, the lock order of all changes of articles. */
  void renew(String table, OldTitle old, String key) {
    entityManager
        .createNativeQuery("select id from account where id = :account for no key update")
        .setParameter("account", old.account())
        .getResultList();
    entityManager
        .createNativeQuery(
            String.format(
                Locale.ROOT,
                "update %s set title_key = :key where account_id = :account and title_key = :old",
                table))
        .setParameter("key", key)
        .setParameter("account", old.account())
        .setParameter("old", old.key())
        .executeUpdate();
  }

  private Query query(String sql) {
    return entityManager.createNativeQuery(sql, Tuple.class);
  }

  private static Stream<Tuple> rows(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Tuple.class::cast);
  }

  private static OldKey oldKey(Tuple row) {
    return new OldKey(
        row.get(0, UUID.class),
        text(row, 1),
        text(row, 2),
        text(row, 3),
        row.get(4, Boolean.class));
  }

  private static String text(Tuple row, int column) {
    return row.get(column, String.class);
  }
}
