package org.yujian.edition;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.yujian.shared.page.Among;
import org.yujian.shared.page.Sql;

/** All query text about live articles of many accounts at once. */
@ApplicationScoped
class AccountFeedRepository {

  private static final String ACCOUNTS = " from unnest(cast(:accounts as uuid[])) as account (id) ";

  private static final String ACCOUNTS_BELOW =
      " from unnest(cast(:accounts as uuid[]), cast(:below as bigint[])) as account (id, below)";

  /** In the order of the index of each account, so that none of its rows is sorted. */
  private static final String OF_ACCOUNT =
      """
      select feed_order from article
      where account_id = account.id and state = 'published' and feed_order %s
      order by feed_order %s limit :most
      """;

  @Inject Session session;
  @Inject Sql sql;

  /** From the index alone, however many are older; none of an account is an empty array. */
  Map<UUID, long[]> newest(Map<UUID, Long> below, int most) {
    List<UUID> accounts = List.copyOf(below.keySet());
    return ofAccounts(
            "select account.id as id, array("
                + String.format(Locale.ROOT, OF_ACCOUNT, "< account.below", "desc")
                + ") as orders"
                + ACCOUNTS_BELOW,
            accounts,
            most)
        .setParameter("below", accounts.stream().map(below::get).toArray(Long[]::new))
        .addScalar("id", UUID.class)
        .addScalar("orders", long[].class)
        .getResultStream()
        .collect(toMap(row -> row.get(0, UUID.class), row -> row.get(1, long[].class)));
  }

  /** One look into the index for each account, however many articles it has. */
  Map<UUID, Long> nearest(Collection<UUID> accounts, FeedRange range) {
    String first = ofAccount(range, range.upward() ? "> :bound" : "< :bound");
    return ofAccounts(
            "select account.id as id, nearest.feed_order as first"
                + ACCOUNTS
                + "cross join lateral ("
                + first
                + ") nearest",
            accounts,
            1)
        .setParameter("bound", range.bound())
        .addScalar("id", UUID.class)
        .addScalar("first", Long.class)
        .getResultStream()
        .collect(toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
  }

  /**
   * Of these accounts among the next {@code window} articles of all accounts, in no order. The
   * comparison is no join, so each row is looked up in a table of the accounts, however the planner
   * guesses their number. And the version stands only in the table: without it the planner may read
   * and sort all that an index of accounts has beyond the bound.
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
        .set("accounts", Among.of(accounts))
        .set("bound", range.bound())
        .set("window", window)
        .list();
  }

  /** Of the live ones among these, newest first. */
  List<PlacedArticle> places(Collection<Long> feedOrders) {
    return sql.query(
            PlacedArticle.SELECT + " and feed_order = any(:orders) order by feed_order desc",
            PlacedArticle::of)
        .set("orders", feedOrders.toArray(Long[]::new))
        .list();
  }

  /** Each account's first so many from the bound on, and none beyond {@code last}; in no order. */
  List<Long> orders(Collection<UUID> accounts, FeedRange range, long last, int most) {
    String some =
        ofAccount(
            range,
            range.upward()
                ? "> :bound and feed_order <= :last"
                : "< :bound and feed_order >= :last");
    return ofAccounts(
            "select item.feed_order as item" + ACCOUNTS + "cross join lateral (" + some + ") item",
            accounts,
            most)
        .setParameter("bound", range.bound())
        .setParameter("last", last)
        .addScalar("item", Long.class)
        .getResultStream()
        .map(row -> row.get(0, Long.class))
        .toList();
  }

  private static String ofAccount(FeedRange range, String condition) {
    return String.format(Locale.ROOT, OF_ACCOUNT, condition, range.upward() ? "asc" : "desc");
  }

  private NativeQuery<Tuple> ofAccounts(String query, Collection<UUID> accounts, int most) {
    return session
        .createNativeQuery(query, Tuple.class)
        .setParameter("accounts", accounts.toArray(UUID[]::new))
        .setParameter("most", most);
  }

  /** The live ones among these, in no order. */
  List<ArticleSummary> articles(Long[] feedOrders) {
    return sql.query(
            ArticleSummary.SELECT
                + " from article a where a.state = 'published' and a.feed_order = any(:orders)",
            ArticleSummary::of)
        .set("orders", feedOrders)
        .list();
  }
}
