package org.yujian.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlRow;
import org.yujian.shared.text.NameKeys;

/** Finds and deletes the sample in the tables of several features; only ops may do that. */
@ApplicationScoped
class SampleRepository {

  private static final String ACCOUNTS =
      "select account_id from import_job where created_by = 'sample' and account_id is not null";

  /** With {@code article_state}, the marks of readers who tried the sample. */
  private static final List<String> OF_ARTICLES =
      List.of("article_tag", "article_draft", "article_revision", "article_state");

  /** What readers and editors left at an account, in an order that foreign keys allow. */
  private static final List<String> OF_ACCOUNTS =
      List.of(
          "follow_event",
          "follow",
          "follower_tagging",
          "follower_tag",
          "account_counter",
          "account_picture",
          "join_undone");

  private final Sql sql;

  SampleRepository(Sql sql) {
    this.sql = sql;
  }

  /** A row to delete, with its scopes for the change log. */
  record Thing(UUID id, long version, UUID accountId, UUID editionId, List<String> tags) {

    static Thing of(SqlRow row) throws SQLException {
      return new Thing(row.uuid(1), row.number(2), row.uuid(3), row.uuid(4), row.texts(5));
    }
  }

  /** Whether nothing public was ever written, or only a part of the sample. */
  @Transactional
  boolean emptyOrUnfinished(int documents) {
    return sql.query(
            """
                select not exists (select 1 from change)
                  or (exists (select 1 from import_job)
                    and not exists (select 1 from import_job where created_by <> 'sample')
                    and (select count(distinct file_name) from import_job) < :documents)
                """,
            row -> row.flag(1))
        .set("documents", documents)
        .first()
        .orElseThrow();
  }

  void lockAccounts() {
    sql.statement(
            "select id from account where id in (" + ACCOUNTS + ") order by id for no key update")
        .run();
  }

  List<UUID> editions() {
    return ids("select id from edition where created_by = 'sample'");
  }

  List<Thing> articles(Collection<UUID> editions) {
    return things(
        """
        select id, version, account_id, edition_id, tags from article
        where edition_id = any(:ids) and live_rev > 0
        """,
        editions);
  }

  List<Thing> published(Collection<UUID> editions) {
    return things(
        """
        select id, version, account_id, id, cast('{}' as text[]) from edition
        where id = any(:ids) and published_at is not null
        """,
        editions);
  }

  void deleteEditions(Collection<UUID> editions) {
    sql.statement("select set_config('yujian.purge', 'on', true)").run();
    String articles = "(select id from article where edition_id = any(:ids))";
    for (String table : OF_ARTICLES) {
      update("delete from " + table + " where article_id in " + articles, editions);
    }
    update("delete from article where edition_id = any(:ids)", editions);
    update("delete from edition_follow_target where edition_id = any(:ids)", editions);
    delete("edition", editions);
  }

  List<UUID> accountsWithoutContent() {
    return ids(
        "select id from account a where id in ("
            + ACCOUNTS
            + """
            ) and not exists (select 1 from edition e where e.account_id = a.id)
            and not exists (select 1 from import_job j
              where j.account_id = a.id and j.created_by <> 'sample')
            """);
  }

  void deleteImports() {
    sql.statement("delete from import_job where created_by = 'sample'").run();
  }

  List<Thing> targets(Collection<UUID> accounts) {
    return things(
        """
        select id, version, account_id, cast(null as uuid), cast('{}' as text[])
        from follow_target where account_id = any(:ids) and state = 'open'
        """,
        accounts);
  }

  void deleteAccounts(Collection<UUID> accounts) {
    String targets = "(select id from follow_target where account_id = any(:ids))";
    String placements = "(select id from placement where follow_target_id in " + targets + ")";
    update("delete from scan where placement_id in " + placements, accounts);
    for (String table : OF_ACCOUNTS) {
      update("delete from " + table + " where account_id = any(:ids)", accounts);
    }
    update("delete from edition_follow_target where follow_target_id in " + targets, accounts);
    update("delete from placement where follow_target_id in " + targets, accounts);
    update("delete from follow_target where account_id = any(:ids)", accounts);
    delete("account", accounts);
  }

  List<UUID> unusedTags(Collection<String> names) {
    return sql.query(
            """
            select id from tag t where name_key = any(:names)
            and not exists (select 1 from article_tag x where x.tag_id = t.id)
            and not exists (select 1 from article a where t.slug = any(a.tags))
            and not exists (select 1 from article_draft d where t.slug = any(d.tags))
            """,
            row -> row.uuid(1))
        .set("names", names.stream().map(NameKeys::unique).toArray(String[]::new))
        .list();
  }

  /** Rows whose version alone is enough for the change log. */
  List<Thing> versions(String table, Collection<UUID> ids) {
    String tags = table.equals("tag") ? "array[slug]" : "cast('{}' as text[])";
    String account = table.equals("account") ? "id" : "cast(null as uuid)";
    return things(
        String.format(
            Locale.ROOT,
            "select id, version, %s, cast(null as uuid), %s from %s where id = any(:ids)",
            account,
            tags,
            table),
        ids);
  }

  void delete(String table, Collection<UUID> ids) {
    update("delete from " + table + " where id = any(:ids)", ids);
  }

  private void update(String statement, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      sql.statement(statement).set("ids", Ids.of(ids)).run();
    }
  }

  private List<UUID> ids(String query) {
    return sql.query(query, row -> row.uuid(1)).list();
  }

  private List<Thing> things(String query, Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : sql.query(query, Thing::of).set("ids", Ids.of(ids)).list();
  }
}
