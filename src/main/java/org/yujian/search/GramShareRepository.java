package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.yujian.search.SearchRepository.Span;
import org.yujian.shared.page.Sql;

/** All query text about how common grams are. */
@ApplicationScoped
class GramShareRepository {

  /** Without a join: with no statistics yet, as after a restore, it would be looped through. */
  private static final String SHARES =
      String.format(
          Locale.ROOT,
          """
          with sample as materialized (
            select title_g, g from article_search where fold_version > 0
            order by feed_order desc limit :most),
          n as (select greatest(count(*), 1)::real as total from sample),
          found as (
            select gram, 0 as title, 1 as text from sample, unnest(g) gram
            union all
            select gram, 1, 0 from sample, unnest(title_g) gram)
          insert into gram_share
          select gram, sum(title) / n.total, sum(text) / n.total from found, n
          where gram < %d or gram >= %d
          group by gram, n.total
          having sum(text) > 0
            and greatest(sum(text), 2 * sum(title)) >= greatest(8, n.total * :least)
          """,
          Bands.FIRST,
          Bands.BEYOND);

  private static final String SIZES =
      """
      select b.mark, (
        select count(*) from (
          select 1 from article_search s where s.g @> array[b.mark] limit :most) c)
      from unnest(:marks) b (mark)
      """;

  private static final String STATE =
      """
      update search_state set sampled = least(:most, c.n), sampled_at = :now, articles = c.n
      from (select count(*) as n from article_search where fold_version > 0) c
      """;

  /**
   * @param articles all there were
   * @param counted the newest of them, which were looked at
   * @param accounts all open ones
   * @param grams ascending
   */
  record Shares(
      long articles, long counted, long accounts, int[] grams, float[] inTitles, float[] inAll) {
    static final Shares NONE = new Shares(0, 0, 0, new int[0], new float[0], new float[0]);
  }

  /**
   * Parts of the feed by chance, each with how many articles are in it.
   *
   * @param bands marks of {@link Bands}
   */
  record Sample(int[] bands, int[] sizes) {
    static final Sample NONE = new Sample(new int[0], new int[0]);

    /** Articles in them. */
    int articles() {
      return Arrays.stream(sizes).sum();
    }

    /** Those from one to another, this one excluded, as far as there are. */
    Sample parts(int from, int to) {
      int end = Math.min(to, sizes.length);
      return new Sample(Arrays.copyOfRange(bands, from, end), Arrays.copyOfRange(sizes, from, end));
    }

    /** As many of the parts as have so many articles together. */
    Sample first(int articles) {
      int parts = 0;
      for (int together = 0; parts < sizes.length && together < articles; parts++) {
        together += sizes[parts];
      }
      return parts(0, parts);
    }
  }

  /** One row of {@code gram_share}. */
  private record Share(int gram, float inTitles, float inAll) {}

  @Inject EntityManager entityManager;
  @Inject Sql sql;

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
    return !sql.query(
            """
            select 1 from search_state s where s.sampled_at is null or s.sampled_at < :before
              or s.articles < 100000 and s.articles * :grown < (
                select count(*) from article_search where fold_version > 0)
            for update skip locked
            """,
            row -> row.integer(1))
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
    List<long[]> counts =
        sql.query(
                """
                select articles, sampled, (select count(*) from name_search where kind = 'account')
                from search_state
                """,
                row -> new long[] {row.number(1), row.number(2), row.number(3)})
            .list();
    long[] state = counts.isEmpty() ? new long[3] : counts.get(0);
    List<Share> rows =
        sql.query(
                "select gram, in_titles, in_all from gram_share order by gram",
                row -> new Share(row.integer(1), (float) row.decimal(2), (float) row.decimal(3)))
            .list();
    int[] grams = new int[rows.size()];
    float[] inTitles = new float[rows.size()];
    float[] inAll = new float[rows.size()];
    for (int i = 0; i < grams.length; i++) {
      grams[i] = rows.get(i).gram();
      inTitles[i] = rows.get(i).inTitles();
      inAll[i] = rows.get(i).inAll();
    }
    return new Shares(state[0], state[1], state[2], grams, inTitles, inAll);
  }

  /** Places in the feed of about so many parts in a hundred of all articles, in no order. */
  List<Long> places(double percent) {
    return sql.query(
            "select feed_order from article_search tablesample system (cast(:percent as real))",
            row -> row.number(1))
        .set("percent", percent)
        .list();
  }

  /** As of PostgreSQL's last look at the table; even, before the first one. */
  Density density(Span span) {
    long[] bounds =
        sql
            .query(
                """
                select unnest(histogram_bounds::text::bigint[]) from pg_stats
                where schemaname = current_schema() and tablename = 'article_search'
                  and attname = 'feed_order'
                """,
                row -> row.number(1))
            .list()
            .stream()
            .mapToLong(Long::longValue)
            .toArray();
    return new Density(bounds.length > 1 ? bounds : new long[] {span.oldest() - 1, span.newest()});
  }

  /** The articles in these parts, counted to {@code most} at most; without parts that have more. */
  Sample sizes(Collection<Integer> marks, int most) {
    List<int[]> sizes =
        sql
            .query(SIZES, row -> new int[] {row.integer(1), row.integer(2)})
            .set("marks", marks.stream().mapToInt(Integer::intValue).toArray())
            .set("most", most)
            .list()
            .stream()
            .filter(part -> part[1] < most)
            .toList();
    return new Sample(
        sizes.stream().mapToInt(part -> part[0]).toArray(),
        sizes.stream().mapToInt(part -> part[1]).toArray());
  }
}
