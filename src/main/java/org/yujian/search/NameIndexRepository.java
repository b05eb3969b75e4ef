package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.change.ChangedThing;
import org.yujian.search.text.Folding;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;

/** All query text that writes the names of accounts and tags. */
@ApplicationScoped
class NameIndexRepository {

  private static final String PUT =
      """
      insert into name_search (fold_version, name_f, all_f, g, kind, thing_id)
      values (:version, :name, :all, :grams, :kind, :id)
      on conflict (kind, thing_id) do update set fold_version = excluded.fold_version,
        name_f = excluded.name_f, all_f = excluded.all_f, g = excluded.g
      """;

  private static final String STALE =
      """
      select thing_id from name_search where fold_version < :version and kind = :kind
      order by fold_version, thing_id limit :most for update skip locked
      """;

  private final Sql sql;

  NameIndexRepository(Sql sql) {
    this.sql = sql;
  }

  /** A name, new or changed. */
  void put(ChangedThing kind, UUID id, FoldedName name) {
    sql.statement(PUT)
        .set("version", Folding.VERSION)
        .set("name", name.name())
        .set("all", name.all())
        .set("grams", name.grams())
        .set("kind", kind.type())
        .set("id", id)
        .run();
  }

  void remove(ChangedThing kind, Collection<UUID> ids) {
    sql.statement("delete from name_search where kind = :kind and thing_id = any(:ids)")
        .set("kind", kind.type())
        .set("ids", Ids.of(ids))
        .run();
  }

  /** Names that older rules folded, locked; what others lock is left out. */
  List<UUID> stale(ChangedThing kind, int most) {
    return sql.query(STALE, row -> row.uuid(1))
        .set("version", Folding.VERSION)
        .set("kind", kind.type())
        .set("most", most)
        .list();
  }
}
