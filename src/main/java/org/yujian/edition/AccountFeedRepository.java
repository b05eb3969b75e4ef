package org.yujian.edition;

import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** All query text about live articles of many accounts at once. */
@ApplicationScoped
class AccountFeedRepository {

  @Inject Session session;

  /** One look into the index for each account, however many articles it has. */
  Map<UUID, Long> newest(Collection<UUID> accounts) {
    return session
        .createNativeQuery(
            """
            select account.id, newest.feed_order
            from unnest(cast(:accounts as uuid[])) as account (id)
            cross join lateral (
              select feed_order from article
              where account_id = account.id and state = 'published'
              order by feed_order desc limit 1) newest
            """,
            Tuple.class)
        .setParameter("accounts", accounts.toArray(UUID[]::new))
        .getResultStream()
        .collect(toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
  }

  /** From the index alone, however many are older. */
  Map<UUID, List<Long>> newest(Map<UUID, Long> below, int each) {
    List<UUID> accounts = List.copyOf(below.keySet());
    return session
        .createNativeQuery(
            """
            select account.id, newest.feed_order
            from unnest(cast(:accounts as uuid[]), cast(:below as bigint[])) as account (id, below)
            cross join lateral (
              select feed_order from article
              where account_id = account.id and state = 'published' and feed_order < account.below
              order by feed_order desc limit :each) newest
            """,
            Tuple.class)
        .setParameter("accounts", accounts.toArray(UUID[]::new))
        .setParameter("below", accounts.stream().map(below::get).toArray(Long[]::new))
        .setParameter("each", each)
        .getResultStream()
        .collect(
            groupingBy(
                row -> row.get(0, UUID.class),
                mapping(
                    row -> row.get(1, Long.class),
                    collectingAndThen(toList(), AccountFeedRepository::newestFirst))));
  }

  private static List<Long> newestFirst(List<Long> orders) {
    return orders.stream().sorted(reverseOrder()).toList();
  }

  List<PlacedArticle> places(Collection<Long> feedOrders) {
    return session
        .createQuery(
            """
            select new PlacedArticle(a.editionId, a.position, a.id)
            from Article a where a.feedOrder in :orders and a.state = PUBLISHED
            """,
            PlacedArticle.class)
        .setParameter("orders", feedOrders)
        .getResultList();
  }

  /** The live ones among these, in no order. */
  List<ArticleSummary> articles(Collection<Long> feedOrders) {
    return feedOrders.isEmpty()
        ? List.of()
        : session
            .createQuery(
                ArticleSummary.SELECT
                    + " from Article a where a.feedOrder in :orders and a.state = PUBLISHED",
                ArticleSummary.class)
            .setParameter("orders", feedOrders)
            .getResultList();
  }
}
