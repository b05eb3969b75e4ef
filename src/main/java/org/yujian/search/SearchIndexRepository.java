package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.yujian.change.ChangedThing;
import org.yujian.feed.SearchableArticle;
import org.yujian.search.text.Folding;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;

/** All query text that writes the index, and what the indexer asks of it. */
@ApplicationScoped
class SearchIndexRepository {

  private static final String PUT_LIVE =
      """
      insert into article_search (fold_version, title_f, head_f, all_f, title_g, g, article_id,
        account_id, feed_order) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (article_id) do update set fold_version = excluded.fold_version,
        title_f = excluded.title_f, head_f = excluded.head_f, all_f = excluded.all_f,
        title_g = excluded.title_g, g = excluded.g, feed_order = excluded.feed_order
      """;

  /** Only what is still waiting: a draft that was deleted meanwhile is not to come back. */
  private static final String PUT_DESK =
      """
      update desk_search set fold_version = ?, title_f = ?, head_f = ?, all_f = ?, title_g = ?,
        g = ? where article_id = ? and copy = ?
      """;

  private static final String PUT_NAME =
      """
      insert into name_search (fold_version, name_f, all_f, g, kind, thing_id)
      values (?, ?, ?, ?, ?, ?)
      on conflict (kind, thing_id) do update set fold_version = excluded.fold_version,
        name_f = excluded.name_f, all_f = excluded.all_f, g = excluded.g
      """;

  private static final String STALE =
      """
      select %2$s from %1$s where fold_version < :version %3$s
      order by fold_version, %2$s limit :most for update
      """;

  /** The version of what was written since it was folded. */
  private static final int MARK = 0;

  /** What another transaction is writing anyway. */
  private static final String SKIP = " skip locked";

  /** What the previous release published while this one was being rolled out. */
  private static final String MISSED =
      """
      insert into article_search
      select a.id, a.account_id, a.feed_order, 0, '', '', '', '{}', '{}' from (
        select id, account_id, feed_order from article where state = 'published'
        order by feed_order desc limit :most) a
      where not exists (select 1 from article_search s where s.article_id = a.id)
      on conflict do nothing
      """;

  @Inject EntityManager entityManager;
  @Inject Sql sql;

  /** Sets the parameters behind the folded text. */
  @FunctionalInterface
  private interface Rest<T> {
    void set(PreparedStatement statement, int next, T item) throws SQLException;
  }

  /** One text with whom it is of. */
  record Indexed<T>(T item, IndexedText text) {}

  /** Live copies, new or changed. */
  void putLive(List<Indexed<SearchableArticle>> rows) {
    put(
        PUT_LIVE,
        rows,
        (statement, next, article) -> {
          statement.setObject(next, article.id());
          statement.setObject(next + 1, article.accountId());
          statement.setLong(next + 2, article.feedOrder());
        });
  }

  /** What the desk finds besides. */
  void putDesk(DeskCopy copy, List<Indexed<SearchableArticle>> rows) {
    put(
        PUT_DESK,
        rows,
        (statement, next, article) -> {
          statement.setObject(next, article.id());
          statement.setString(next + 1, copy.toString());
        });
  }

  private <T> void put(String command, List<Indexed<T>> rows, Rest<T> rest) {
    batch(
        command,
        rows,
        (connection, statement, row) -> {
          IndexedText text = row.text();
          statement.setInt(1, Folding.VERSION);
          statement.setString(2, text.title());
          statement.setString(3, text.head());
          statement.setString(4, text.all());
          statement.setArray(5, array(connection, text.titleGrams()));
          statement.setArray(6, array(connection, text.grams()));
          rest.set(statement, 7, row.item());
        });
  }

  /** Names of one kind, new or changed. */
  void putNames(ChangedThing kind, List<Indexed<UUID>> rows) {
    batch(
        PUT_NAME,
        rows,
        (connection, statement, row) -> {
          statement.setInt(1, Folding.VERSION);
          statement.setString(2, row.text().title());
          statement.setString(3, row.text().all());
          statement.setArray(4, array(connection, row.text().grams()));
          statement.setString(5, kind.type());
          statement.setObject(6, row.item());
        });
  }

  /** Sets one row's parameters. */
  @FunctionalInterface
  private interface Parameters<R> {
    void set(Connection connection, PreparedStatement statement, R row) throws SQLException;
  }

  private <R> void batch(String command, List<R> rows, Parameters<R> parameters) {
    if (rows.isEmpty()) {
      return;
    }
    entityManager
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(command)) {
                for (R row : rows) {
                  parameters.set(connection, statement, row);
                  statement.addBatch();
                }
                statement.executeBatch();
              }
            });
  }

  private static Array array(Connection connection, int[] grams) throws SQLException {
    return connection.unwrap(PGConnection.class).createArrayOf("int4", grams);
  }

  /** What is not live any more. */
  void removeLive(Collection<UUID> ids) {
    entityManager
        .createNativeQuery("delete from article_search where article_id = any(:ids)")
        .setParameter("ids", Ids.of(ids))
        .executeUpdate();
  }

  void removeNames(ChangedThing kind, Collection<UUID> ids) {
    entityManager
        .createNativeQuery("delete from name_search where kind = :kind and thing_id = any(:ids)")
        .setParameter("kind", kind.type())
        .setParameter("ids", Ids.of(ids))
        .executeUpdate();
  }

  /** Live articles that wait to be folded, locked; the least up to date first. */
  List<UUID> staleLive(int most) {
    return stale(String.format(Locale.ROOT, STALE, "article_search", "article_id", ""), most);
  }

  /** Names that wait, locked. */
  List<UUID> staleNames(ChangedThing kind, int most) {
    return stale(
        String.format(
            Locale.ROOT, STALE, "name_search", "thing_id", "and kind = '" + kind.type() + "'"),
        most);
  }

  /** Copies of the desk that wait, locked. */
  List<UUID> staleDesk(DeskCopy copy, int most) {
    return stale(desk(copy), most);
  }

  /** Those that were written since they were folded; waits for others who fold them. */
  List<UUID> writtenDesk(DeskCopy copy, int most) {
    return claim(desk(copy), MARK + 1, most);
  }

  private static String desk(DeskCopy copy) {
    return String.format(
        Locale.ROOT, STALE, "desk_search", "article_id", "and copy = '" + copy + "'");
  }

  private List<UUID> stale(String statement, int most) {
    return claim(statement + SKIP, Folding.VERSION, most);
  }

  private List<UUID> claim(String statement, int below, int most) {
    return sql.query(statement, row -> row.uuid(1)).set("version", below).set("most", most).list();
  }

  /** Marks the newest live articles that are not here at all; how many. */
  int addMissed(int most) {
    return entityManager.createNativeQuery(MISSED).setParameter("most", most).executeUpdate();
  }

  /** How many live articles and names wait. */
  long waiting() {
    return sql.query(
            """
            select (select count(*) from article_search where fold_version < :version)
              + (select count(*) from name_search where fold_version < :version)
            """,
            row -> row.number(1))
        .set("version", Folding.VERSION)
        .list()
        .get(0);
  }

  /** Sorts what writers appended into the indexes, so that neither they nor readers have to. */
  void sortIn() {
    sql.run(
        "select gin_clean_pending_list('article_search_grams'::regclass),"
            + " gin_clean_pending_list('article_search_titles'::regclass)");
  }
}
