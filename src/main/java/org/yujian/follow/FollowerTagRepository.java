package org.yujian.follow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.text.NameKeys;

/** Queries for the follower tags of an account. */
@ApplicationScoped
class FollowerTagRepository implements PanacheRepositoryBase<FollowerTag, UUID> {

  List<FollowerTagView> page(UUID account, PageRequest page) {
    return new KeysetQuery<>(
            getEntityManager(),
            FollowerTagView.class,
            """
            select new FollowerTagView(t.id, t.version, t.name, t.createdAt, t.updatedAt)
            from FollowerTag t
            """)
        .and("t.accountId = :account", "account", account)
        .pagedInMemory(FollowerTagView::key, tag -> true, page);
  }

  Optional<FollowerTag> find(UUID account, UUID id) {
    return find("accountId = ?1 and id = ?2", account, id).firstResultOptional();
  }

  Optional<FollowerTag> lock(UUID account, UUID id) {
    return find("accountId = ?1 and id = ?2", account, id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  Optional<FollowerTag> findByName(UUID account, String name) {
    return find("accountId = ?1 and nameKey = ?2", account, NameKeys.unique(name))
        .firstResultOptional();
  }

  long countOf(UUID account) {
    return count("accountId", account);
  }

  /** A delete statement, so that the database cascades to the tags of followers. */
  void remove(UUID id) {
    delete("id", id);
  }
}
