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

/** All queries for imports and undone joins. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<ImportJob, UUID> {

  /** Summaries, latest first; does not load the documents. */
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

  /** Locks the account's imports with this article or one of these body hashes, in id order. */
  List<ImportJob> lockWith(UUID account, UUID article, Collection<String> bodies) {
    List<?> ids =
        getEntityManager()
            .createNativeQuery(
                """
                select id from import_job where account_id = :account and exists (
                  select 1 from jsonb_array_elements(report -> 'articles') a
                  where a ->> 'articleId' = :article or a ->> 'bodySha256' = any(:bodies))
                """)
            .setParameter("account", account)
            .setParameter("article", article.toString())
            .setParameter("bodies", bodies.toArray(String[]::new))
            .getResultList();
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** Keys of the account's undone joins. */
  Set<String> undone(UUID account) {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                "select u.joinKey from UndoneJoin u where u.accountId = :account", String.class)
            .setParameter("account", account)
            .getResultList());
  }

  void persist(UndoneJoin undone) {
    getEntityManager().persist(undone);
  }
}
