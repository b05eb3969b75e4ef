package org.yujian.feed;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlQuery;

/** Queries live articles of many accounts at once; called by {@link AccountFeeds}. */
@ApplicationScoped
class AccountFeedRepository {

  private static final String ACCOUNTS = " from unnest(cast(:accounts as uuid[])) as account (id) ";

  private static final String ACCOUNTS_BELOW =
      " from unnest(cast(:accounts as uuid[]), cast(:below as bigint[])) as account (id, below)";

  /** Sorted like the index on account and feed order, so that the database need not sort. */
  private static final String OF_ACCOUNT =
      """
      select feed_order from article
      where account_id = account.id and state = 'published' and feed_order %s
      order by feed_order %s limit :most
      """;

  private final Sql sql;

  AccountFeedRepository(Sql sql) {
    this.sql = sql;
  }

  /** Each account's newest feed orders below its bound, read from the index alone. */
  Map<UUID, long[]> newest(Map<UUID, Long> below, int most) {
    List<UUID> accounts = List.copyOf(below.keySet());
    return ofAccounts(
            "select account.id as id, array("
                + String.format(Locale.ROOT, OF_ACCOUNT, "< account.below", "desc")
                + ") as orders"
                + ACCOUNTS_BELOW,
            row -> Map.entry(row.uuid(1), row.numbers(2)),
            accounts,
            most)
        .set("below", accounts.stream().map(below::get).toArray(Long[]::new))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Each account's first feed order after the bound; one index lookup per account. */
  Map<UUID, Long> nearest(Collection<UUID> accounts, FeedRange range) {
    String first = ofAccount(range, range.upward() ? "> :bound" : "< :bound");
    return ofAccounts(
            "select account.id as id, nearest.feed_order as first"
                + ACCOUNTS
                + "cross join lateral ("
                + first
                + ") nearest",
            row -> Map.entry(row.uuid(1), row.number(2)),
            accounts,
            1)
        .set("bound", range.bound())
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Feed orders of these accounts among the next {@code window} articles of all accounts,
   * unordered. Filters by a hash table instead of a join, whose plan would depend on estimates. The
   * condition on {@code version}, which no index has, keeps the planner from reading and sorting
   * all rows of an account's index.
   */
  List<Long> near(Collection<UUID> accounts, FeedRange range, int window) {
    return sql.query(
            String.format(
                Locale.ROOT,
                """
                select a.feed_order from (
                  select account_id, feed_order, version from article
                  where state = 'published' and feed_order %s :bound
                  order by feed_order %s limit :window) a
                where a.version > 0 and (a.account_id in (select unnest(cast(:accounts as uuid[])))) is true
                """,
                range.upward() ? ">" : "<",
                range.upward() ? "asc" : "desc"),
            row -> row.number(1))
        .set("accounts", Ids.of(accounts))
        .set("bound", range.bound())
        .set("window", window)
        .list();
  }

  List<PlacedArticle> places(Collection<Long> feedOrders) {
    return sql.query(
            PlacedArticle.SELECT + " and feed_order = any(:orders) order by feed_order desc",
            PlacedArticle::of)
        .set("orders", feedOrders.toArray(Long[]::new))
        .list();
  }

  /** Up to {@code most} feed orders per account between the bound and {@code last}, unordered. */
  List<Long> orders(Collection<UUID> accounts, FeedRange range, long last, int most) {
    String some =
        ofAccount(
            range,
            range.upward()
                ? "> :bound and feed_order <= :last"
                : "< :bound and feed_order >= :last");
    return ofAccounts(
            "select item.feed_order as item" + ACCOUNTS + "cross join lateral (" + some + ") item",
            row -> row.number(1),
            accounts,
            most)
        .set("bound", range.bound())
        .set("last", last)
        .list();
  }

  private static String ofAccount(FeedRange range, String condition) {
    return String.format(Locale.ROOT, OF_ACCOUNT, condition, range.upward() ? "asc" : "desc");
  }

  private <T> SqlQuery<T> ofAccounts(
      String query, SqlQuery.RowMapper<T> mapper, Collection<UUID> accounts, int most) {
    return sql.query(query, mapper).set("accounts", Ids.of(accounts)).set("most", most);
  }

  List<ArticleSummary> articles(Long[] feedOrders) {
    return sql.query(
            ArticleSummary.SELECT
                + " from article a where a.state = 'published' and a.feed_order = any(:orders)",
            ArticleSummary::of)
        .set("orders", feedOrders)
        .list();
  }
}
