package org.yujian.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.yujian.shared.text.NameKeys;

/** Finds and deletes the sample in the tables of several features; only ops may do that. */
@ApplicationScoped
class SampleRepository {

  private static final String ACCOUNTS =
      "select account_id from import_job where created_by = 'sample' and account_id is not null";

  @Inject EntityManager entityManager;

  /** A row to delete, with its scopes for the change log. */
  record Thing(UUID id, Long version, UUID accountId, UUID editionId, String[] tags) {}

  /** True when nothing public was ever written, or only a part of the sample. */
  @Transactional
  boolean emptyOrUnfinished(int documents) {
    return (Boolean)
        entityManager
            .createNativeQuery(
                """
                select not exists (select 1 from change)
                  or (exists (select 1 from import_job)
                    and not exists (select 1 from import_job where created_by <> 'sample')
                    and (select count(distinct file_name) from import_job) < :documents)
                """)
            .setParameter("documents", documents)
            .getSingleResult();
  }

  void lockAccounts() {
    entityManager
        .createNativeQuery(
            "select id from account where id in (" + ACCOUNTS + ") order by id for no key update")
        .getResultList();
  }

  List<UUID> editions() {
    return ids("select id from edition where created_by = 'sample'");
  }

  /** Articles of these editions that were ever public. */
  List<Thing> articles(Collection<UUID> editions) {
    return things(
        """
        select id, version, account_id, edition_id, tags from article
        where edition_id in (:ids) and live_rev > 0
        """,
        editions);
  }

  /** Those of these editions that were ever public. */
  List<Thing> published(Collection<UUID> editions) {
    return things(
        """
        select id, version, account_id, id, cast('{}' as text[]) from edition
        where id in (:ids) and published_at is not null
        """,
        editions);
  }

  void deleteEditions(Collection<UUID> editions) {
    entityManager
        .createNativeQuery("select set_config('yujian.purge', 'on', true)")
        .getSingleResult();
    String articles = "(select id from article where edition_id in (:ids))";
    for (String table : List.of("article_tag", "article_draft", "article_revision")) {
      update("delete from " + table + " where article_id in " + articles, editions);
    }
    update("delete from article where edition_id in (:ids)", editions);
    update("delete from edition_follow_target where edition_id in (:ids)", editions);
    delete("edition", editions);
  }

  /** Accounts of the sample without other content. */
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
    entityManager
        .createNativeQuery("delete from import_job where created_by = 'sample'")
        .executeUpdate();
  }

  List<Thing> targets(Collection<UUID> accounts) {
    return things(
        """
        select id, version, account_id, cast(null as uuid), cast('{}' as text[])
        from follow_target where account_id in (:ids) and state = 'open'
        """,
        accounts);
  }

  void deleteAccounts(Collection<UUID> accounts) {
    String targets = "(select id from follow_target where account_id in (:ids))";
    update("delete from edition_follow_target where follow_target_id in " + targets, accounts);
    update("delete from placement where follow_target_id in " + targets, accounts);
    update("delete from follow_target where account_id in (:ids)", accounts);
    update("delete from join_undone where account_id in (:ids)", accounts);
    delete("account", accounts);
  }

  /** Tags of the sample that no article and no draft has. */
  List<UUID> unusedTags(Collection<String> names) {
    Query query =
        entityManager
            .createNativeQuery(
                """
                select id from tag t where name_key in (:names)
                and not exists (select 1 from article_tag x where x.tag_id = t.id)
                and not exists (select 1 from article a where t.slug = any(a.tags))
                and not exists (select 1 from article_draft d where t.slug = any(d.tags))
                """)
            .setParameter("names", names.stream().map(NameKeys::unique).toList());
    return uuids(query);
  }

  /** Versions of rows that are their only scope in the change log. */
  List<Thing> versions(String table, Collection<UUID> ids) {
    String tags = table.equals("tag") ? "array[slug]" : "cast('{}' as text[])";
    String account = table.equals("account") ? "id" : "cast(null as uuid)";
    return things(
        String.format(
            Locale.ROOT,
            "select id, version, %s, cast(null as uuid), %s from %s where id in (:ids)",
            account,
            tags,
            table),
        ids);
  }

  void delete(String table, Collection<UUID> ids) {
    update("delete from " + table + " where id in (:ids)", ids);
  }

  private void update(String sql, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      entityManager.createNativeQuery(sql).setParameter("ids", ids).executeUpdate();
    }
  }

  private List<UUID> ids(String sql) {
    return uuids(entityManager.createNativeQuery(sql));
  }

  @SuppressWarnings("unchecked")
  private static List<UUID> uuids(Query query) {
    return query.getResultList();
  }

  @SuppressWarnings("unchecked")
  private List<Thing> things(String sql, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Object[]> rows =
        entityManager.createNativeQuery(sql).setParameter("ids", ids).getResultList();
    return rows.stream()
        .map(
            row ->
                new Thing(
                    (UUID) row[0],
                    ((Number) row[1]).longValue(),
                    (UUID) row[2],
                    (UUID) row[3],
                    (String[]) row[4]))
        .toList();
  }
}
