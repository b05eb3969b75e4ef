package org.yujian.ingest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** All queries for imports and undone joins. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<ImportJob, UUID> {

  private final Sql sql;

  ImportRepository(Sql sql) {
    this.sql = sql;
  }

  List<ImportSummary> page(UUID account, Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(
            getEntityManager(),
            ImportSummary.class,
            """
            select new ImportSummary(j.id, j.accountId, j.fileName, j.createdAt, j.createdBy)
            from ImportJob j
            """)
        .and("j.accountId = :account", "account", account)
        .and("j.accountId in :within", "within", within)
        .latestFirst("j.id", page);
  }

  Optional<ImportJob> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Locks the account's imports with this article or one of these body hashes, by id. */
  List<ImportJob> lockWith(UUID account, UUID article, Collection<String> bodies) {
    List<UUID> ids =
        sql.statement(
                """
                select id from import_job where account_id = :account and exists (
                  select 1 from jsonb_array_elements(report -> 'articles') a
                  where a ->> 'articleId' = :article or a ->> 'bodySha256' = any(:bodies))
                """)
            .set("account", account)
            .set("article", article.toString())
            .set("bodies", bodies.toArray(String[]::new))
            .rows(row -> row.uuid(1));
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  Set<String> undone(UUID account) {
    return Set.copyOf(
        find("select joinKey from UndoneJoin where accountId = ?1", account)
            .project(String.class)
            .list());
  }

  void persist(UndoneJoin undone) {
    getEntityManager().persist(undone);
  }
}
