package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.yujian.shared.page.SqlQuery;

/** All query text about how common grams are. */
@ApplicationScoped
class GramShareRepository {

  private static final String SHARES =
      """
      with sample as (
        select title_g, g from article_search where fold_version > 0
        order by feed_order desc limit :most),
      n as (select greatest(count(*), 1)::real as total from sample),
      bodies as (select gram, count(*) as times from sample, unnest(g) gram group by gram),
      titles as (select gram, count(*) as times from sample, unnest(title_g) gram group by gram)
      insert into gram_share
      select gram, coalesce(titles.times, 0) / n.total, bodies.times / n.total
      from n, bodies left join titles using (gram)
      where greatest(bodies.times, 2 * coalesce(titles.times, 0)) >= greatest(8, n.total * :least)
      """;

  private static final String STATE =
      """
      update search_state set sampled = least(:most, c.n), sampled_at = :now, articles = c.n
      from (select count(*) as n from article_search where fold_version > 0) c
      """;

  /**
   * @param grams ascending
   */
  record Shares(long articles, int[] grams, float[] inTitles, float[] inAll) {
    static final Shares NONE = new Shares(0, new int[0], new float[0], new float[0]);
  }

  /** One row of {@code gram_share}. */
  private record Share(int gram, float inTitles, float inAll) {}

  @Inject EntityManager entityManager;

  /**
   * Whether grams are to be counted now; then the one row of the state is locked, and no other node
   * counts.
   *
   * @param before a count of before is too old
   * @param grown so many times as many articles make it too old, too
   */
  boolean claimCount(Instant before, double grown) {
    entityManager
        .createNativeQuery(
            "insert into search_state (articles, sampled) values (0, 0) on conflict do nothing")
        .executeUpdate();
    return !new SqlQuery<>(
            entityManager,
            """
            select 1 from search_state s where s.sampled_at is null or s.sampled_at < :before
              or s.articles < 100000 and s.articles * :grown < (
                select count(*) from article_search where fold_version > 0)
            for update skip locked
            """,
            row -> row.getInt(1))
        .set("before", before)
        .set("grown", grown)
        .list()
        .isEmpty();
  }

  /**
   * Counts anew in which part of the newest articles a gram stands.
   *
   * @param least a smaller part is not written down
   */
  void countShares(int most, double least, Instant now) {
    entityManager.createNativeQuery("delete from gram_share").executeUpdate();
    entityManager
        .createNativeQuery(SHARES)
        .setParameter("most", most)
        .setParameter("least", least)
        .executeUpdate();
    entityManager
        .createNativeQuery(STATE)
        .setParameter("most", most)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** How common grams are. */
  Shares shares() {
    List<Long> articles =
        new SqlQuery<>(entityManager, "select articles from search_state", row -> row.getLong(1))
            .list();
    List<Share> rows =
        new SqlQuery<>(
                entityManager,
                "select gram, in_titles, in_all from gram_share order by gram",
                row -> new Share(row.getInt(1), row.getFloat(2), row.getFloat(3)))
            .list();
    int[] grams = new int[rows.size()];
    float[] inTitles = new float[rows.size()];
    float[] inAll = new float[rows.size()];
    for (int i = 0; i < grams.length; i++) {
      grams[i] = rows.get(i).gram();
      inTitles[i] = rows.get(i).inTitles();
      inAll[i] = rows.get(i).inAll();
    }
    return new Shares(articles.isEmpty() ? 0 : articles.get(0), grams, inTitles, inAll);
  }
}
