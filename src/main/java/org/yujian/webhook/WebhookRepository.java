package org.yujian.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** Queries of webhook endpoints. */
@ApplicationScoped
class WebhookRepository implements PanacheRepositoryBase<WebhookEndpoint, UUID> {

  /** Advisory lock for the number of endpoints. */
  private static final long ALL = 0x59554A574852L;

  private final Sql sql;

  WebhookRepository(Sql sql) {
    this.sql = sql;
  }

  /** Filters in memory, because there are few endpoints. */
  List<WebhookEndpoint> page(Predicate<WebhookEndpoint> visible, PageRequest page) {
    return new KeysetQuery<>(
            getEntityManager(), WebhookEndpoint.class, "select e from WebhookEndpoint e")
        .pagedInMemory(WebhookEndpoint::pageKey, visible, page);
  }

  /** Locks an endpoint and reads it again, because the transaction may have read it before. */
  Optional<WebhookEndpoint> lock(UUID id) {
    Optional<WebhookEndpoint> found = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    found.ifPresent(getEntityManager()::refresh);
    return found;
  }

  /** The endpoints that get events now. */
  List<WebhookEndpoint> enabled() {
    return list("state", WebhookEndpoint.ENABLED);
  }

  /** Makes transactions that add endpoints wait for each other. */
  void lockAll() {
    sql.lock(ALL);
  }
}
