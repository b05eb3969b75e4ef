package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yujian.search.Bands.Part;
import org.yujian.search.index.ArticleScope;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlQuery;
import org.yujian.shared.page.SqlRow;

/**
 * All query text for several terms at once. An article has a term when its text has it, or when its
 * account's name does ({@link SoughtTerm#accounts}).
 */
@ApplicationScoped
class RankedRepository {

  /** As many of each kind are ranked; all others follow, newest first. */
  static final int IN_TITLE = 300;

  static final int ANYWHERE = 100;

  private static final String COLUMNS =
      "s.article_id, s.feed_order, s.account_id, s.title_f, s.all_f";

  private static final String GATHERED =
      ("select c.article_id, c.feed_order from (select " + COLUMNS)
          + " from article_search s where %s"
          + " order by s.feed_order desc offset 0) c where %s order by c.feed_order desc limit %d";

  /** Each text is fetched once, however many terms are counted in it. */
  private static final String RANKED =
      " from (select s.article_id, s.feed_order, s.account_id, s.title_f, s.head_f,"
          + " s.all_f || '' as all_f from article_search s"
          + " where s.article_id in (%s union %s union %s) offset 0) s";

  private static final String TEXT_OF_BAND = " and s.g @> array[b.band]";

  private static final String TITLE_OF_BAND = " and s.title_g @> array[b.band]";

  /** What the ranking of one article needs to know of one term. */
  record Standing(boolean title, boolean head, int times) {}

  /**
   * Where the newest ones are looked for.
   *
   * @param floor the lowest feed order
   * @param bands parts of the feed, the newest first; not present: the whole at once
   */
  record Range(long floor, Optional<List<Part>> bands) {

    static final Range ALL = new Range(Long.MIN_VALUE, Optional.empty());

    static Range of(List<Part> bands) {
      return new Range(Long.MIN_VALUE, Optional.of(bands));
    }

    /**
     * How many of a part of the window: a floor cuts it alone, or what came between floor and top
     * since then would push out what was read already. Twice as many is a limit for its cost.
     */
    private int most(int length) {
      return floor == Long.MIN_VALUE ? length : 2 * length;
    }
  }

  /** An article with the standing of each term in it. */
  record Ranked(UUID id, long feedOrder, List<Standing> standings) {}

  @Inject Sql sql;

  /**
   * The articles to be ranked, in no order: the newest with all terms in their title, with any of
   * them there, and with them anywhere.
   *
   * @param ranges of these three
   * @param few whether few articles have all terms
   */
  List<Ranked> window(List<SoughtTerm> terms, ArticleScope scope, List<Range> ranges, boolean few) {
    List<Way> ways = Way.of(terms);
    String all =
        newest(
            List.of(
                new Gathered(
                    "s.title_g @> :allGrams" + SearchRepository.scope(scope),
                    TITLE_OF_BAND,
                    each(terms, " and ", this::inTitle))),
            IN_TITLE,
            ranges.get(0),
            0);
    // Of few rows the planner would compare the grams of each: a look at the title is cheaper.
    String titles =
        few ? "" : " and (" + each(terms, " or ", i -> titleGrams(terms.get(i), i)) + ")";
    String any =
        newest(
            Gathered.of(
                ways,
                terms,
                scope,
                titles,
                TEXT_OF_BAND + TITLE_OF_BAND,
                "(" + each(terms, " or ", this::inTitle) + ")"),
            IN_TITLE,
            ranges.get(1),
            1);
    String anywhere =
        newest(
            Gathered.of(ways, terms, scope, "", TEXT_OF_BAND, "true"), ANYWHERE, ranges.get(2), 2);
    String statement =
        "select s.article_id, s.feed_order, "
            + each(terms, ", ", i -> standing(terms.get(i), i))
            + String.format(Locale.ROOT, RANKED, all, any, anywhere);
    return ranged(query(statement, ways, terms, scope, row -> ranked(row, terms.size())), ranges)
        .list();
  }

  /** The newest articles with all terms, without those that are ranked. */
  List<Found> rest(
      List<SoughtTerm> terms, ArticleScope scope, Range range, Collection<UUID> ranked, int rows) {
    List<Way> ways = Way.of(terms);
    List<Gathered> others =
        Gathered.of(ways, terms, scope, "", TEXT_OF_BAND, "c.article_id <> all(:ids)");
    String statement =
        "select s.article_id, s.feed_order from article_search s where s.article_id in "
            + newest(others, rows, range, 0)
            + " order by s.feed_order desc";
    SqlQuery<Found> query =
        query(
            statement,
            ways,
            terms,
            scope,
            row -> new Found(row.uuid(1), row.number(2), Found.REST, 0));
    return ranged(query, List.of(range)).set("ids", Ids.of(ranked)).list();
  }

  /** How many articles have all terms, counted to {@code most} at most. */
  int count(List<SoughtTerm> terms, ArticleScope scope, Range range, int most) {
    List<Way> ways = Way.of(terms);
    List<Gathered> gathered = Gathered.of(ways, terms, scope, "", TEXT_OF_BAND, "true");
    int inText = count(gathered.subList(0, 1), ways, terms, scope, range, most);
    if (inText == most || ways.size() == 1) {
      return inText;
    }
    List<Gathered> named =
        IntStream.range(1, ways.size())
            .mapToObj(i -> gathered.get(i).and(ways.get(i).notAllInText(terms)))
            .toList();
    return inText + count(named, ways, terms, scope, range, most - inText);
  }

  private int count(
      List<Gathered> gathered,
      List<Way> ways,
      List<SoughtTerm> terms,
      ArticleScope scope,
      Range range,
      int most) {
    String counted =
        gathered.stream()
            .map(way -> "(" + hits(way, range) + " limit " + most + ")")
            .collect(Collectors.joining(" union "));
    String statement = "select count(*) from (select * from (%s) u limit %d) x";
    return ranged(
            query(
                String.format(Locale.ROOT, statement, counted, most),
                ways,
                terms,
                scope,
                row -> row.integer(1)),
            List.of(range))
        .list()
        .get(0);
  }

  private static String hits(Gathered way, Range range) {
    String hits =
        "select c.article_id from (select %s from article_search s where %s%s) c where %s";
    return range.bands.isEmpty()
        ? String.format(Locale.ROOT, hits, COLUMNS, way.grams(), "", way.texts())
        : InBands.each(
            0, String.format(Locale.ROOT, hits, COLUMNS, way.grams(), way.inBand(), way.texts()));
  }

  /** Of all ways together, each article once. */
  private static String newest(List<Gathered> ways, int most, Range range, int number) {
    int rows = range.most(most);
    String above = range.floor == Long.MIN_VALUE ? "" : " and s.feed_order + 0 >= :floor" + number;
    String found =
        ways.stream()
            .map(
                way ->
                    range.bands.isEmpty()
                        ? String.format(
                            Locale.ROOT, GATHERED, way.grams() + above, way.texts(), rows)
                        : InBands.newest(
                            number,
                            String.format(
                                Locale.ROOT,
                                GATHERED,
                                way.grams() + above + way.inBand(),
                                way.texts(),
                                rows),
                            rows))
            .map(some -> "(" + some + ")")
            .collect(Collectors.joining(" union "));
    return String.format(
        Locale.ROOT,
        "(select n.article_id from (%s) n order by n.feed_order desc limit %d)",
        found,
        rows);
  }

  private static <T> SqlQuery<T> ranged(SqlQuery<T> query, List<Range> ranges) {
    for (int i = 0; i < ranges.size(); i++) {
      InBands.set(query, i, ranges.get(i).bands.orElse(List.of()))
          .set("floor" + i, ranges.get(i).floor);
    }
    return query;
  }

  private static String titleGrams(SoughtTerm term, int i) {
    return term.term().grams().length == 0 ? "true" : "s.title_g @> :g" + i;
  }

  private String inTitle(int i) {
    return "strpos(c.title_f, :t" + i + ") > 0";
  }

  private static String standing(SoughtTerm term, int i) {
    String account =
        term.accounts().isEmpty()
            ? ""
            : String.format(Locale.ROOT, " or s.account_id = any(:a%d)", i);
    return String.format(
        Locale.ROOT,
        "strpos(s.title_f, :t%1$d) > 0, strpos(s.head_f, :t%1$d) > 0"
            + account
            + ", (octet_length(s.all_f) - octet_length(replace(s.all_f, :t%1$d, '')))"
            + " / octet_length(:t%1$d)",
        i);
  }

  private static Ranked ranked(SqlRow row, int terms) throws SQLException {
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < terms; i++) {
      int column = 3 + 3 * i;
      standings.add(new Standing(row.flag(column), row.flag(column + 1), row.integer(column + 2)));
    }
    return new Ranked(row.uuid(1), row.number(2), standings);
  }

  private static String each(List<SoughtTerm> terms, String between, IntFunction<String> part) {
    return IntStream.range(0, terms.size()).mapToObj(part).collect(Collectors.joining(between));
  }

  private <T> SqlQuery<T> query(
      String statement,
      List<Way> ways,
      List<SoughtTerm> terms,
      ArticleScope scope,
      SqlQuery.RowMapper<T> mapper) {
    SqlQuery<T> query =
        SearchRepository.scoped(sql.query(statement, mapper), scope)
            .set(
                "allGrams",
                terms.stream()
                    .flatMapToInt(t -> IntStream.of(t.term().grams()))
                    .distinct()
                    .toArray());
    for (int i = 0; i < terms.size(); i++) {
      query.set("t" + i, terms.get(i).term().text());
      query.set("g" + i, terms.get(i).term().grams());
      query.set("a" + i, Ids.of(terms.get(i).accounts()));
    }
    for (int i = 1; i < ways.size(); i++) {
      query.set("w" + i, Ids.of(ways.get(i).accounts()));
    }
    return query;
  }
}
