package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yujian.search.Bands.Part;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.text.Folding;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlQuery;
import org.yujian.shared.page.SqlRow;

/**
 * All query text that reads the index. Three ways lead to the same rows: {@link #gather} takes all
 * that have the grams from the index and sorts them, which is short for rare terms; {@link
 * #inBands} does so for one part of the feed after the other, until it has enough; {@link #walk}
 * looks through the newest titles, and through the newest texts of one account or tag. {@code
 * offset 0} keeps the planner from choosing for itself, and the text from being read before the
 * order is known.
 */
@ApplicationScoped
public class SearchRepository {

  /** Longer than this no search may take; then it is refused with 503. */
  public static final int SECONDS = 2;

  private static final String COLUMNS = "s.article_id, s.feed_order, s.title_f, s.all_f, ";

  private static final String IN_ORDER = " order by c.feed_order desc limit :rows";

  private static final String GATHERED =
      "select c.article_id, c.feed_order from (select %s) c where %s" + IN_ORDER;

  /** With the last row of the window, hit or not. */
  private static final String WALKED =
      "select c.article_id, c.feed_order, c.place, %2$s as hit from (select %1$s) c"
          + " where %2$s or c.place = :window"
          + IN_ORDER;

  /** What a term must do, in a row {@code c}. */
  enum Where {
    TITLE("s.title_g", "strpos(c.title_f, :t0) > 0"),
    NOT_TITLE("s.g", "strpos(c.title_f, :t0) = 0");

    private final String grams;
    private final String titles;

    Where(String grams, String titles) {
      this.grams = grams;
      this.titles = titles;
    }

    private String ofAny() {
      return this == TITLE ? titles : titles + " and strpos(c.all_f, :t0) > 0";
    }

    /** Of rows that have the term's grams. */
    private String ofFound(Term term) {
      return term.exact() ? titles : ofAny();
    }
  }

  @Inject Sql sql;

  /**
   * What was met on a walk.
   *
   * @param end the feed order of the last row that was looked through, when fewer were met than
   *     asked and there may be more behind it; else 0
   */
  record Met(List<Found> found, long end) {

    /** Whether the walk ended before its aim. */
    boolean goesOn() {
      return end != 0;
    }
  }

  /**
   * Keeps the planner from reading the tables of the index from end to end: it takes grams and
   * texts for as cheap as numbers, though each of them has to be fetched from elsewhere. Until the
   * end of the transaction.
   *
   * @return whether the index is whole: all its rows are of the present rules
   */
  boolean byIndex() {
    return sql.query(
            "select set_config('enable_seqscan', 'off', true), "
                + present("article_search")
                + " and "
                + present("name_search"),
            row -> row.flag(2))
        .set("version", Folding.VERSION)
        .list()
        .get(0);
  }

  /** Whether no row of the table was folded by older rules, or by those of a newer release. */
  private static String present(String table) {
    return String.format(
        Locale.ROOT,
        "(select coalesce(min(fold_version) = :version and max(fold_version) = :version, true)"
            + " from %s)",
        table);
  }

  /** The newest {@code window} rows of the scope are looked through. */
  Met walk(Term term, Where where, ArticleScope scope, int window, int rows) {
    boolean tagged = scope.tag() != null;
    String of = tagged ? "t" : "s";
    String inside =
        COLUMNS
            + String.format(
                Locale.ROOT, "row_number() over (order by %s.feed_order desc) as place", of)
            + (tagged
                ? " from article_tag t join article_search s on s.article_id = t.article_id"
                    + " where t.tag_id = :tag"
                : " from article_search s where true")
            + String.format(
                Locale.ROOT, " and %1$s.feed_order < :below and %1$s.feed_order >= :from", of)
            + account(of, scope)
            + String.format(Locale.ROOT, " order by %s.feed_order desc limit :window", of);
    String statement = String.format(Locale.ROOT, WALKED, inside, where.ofAny());
    List<Passed> passed =
        query(statement, row -> passed(row, where), term, scope, rows).set("window", window).list();
    List<Found> met = passed.stream().filter(Passed::hit).map(Passed::found).toList();
    Passed last = passed.isEmpty() ? null : passed.get(passed.size() - 1);
    boolean cut = met.size() < rows && last != null && last.place == window;
    return new Met(met, cut ? last.found.feedOrder() : 0);
  }

  /** All rows of the scope that have the grams. */
  List<Found> gather(Term term, int[] grams, Where where, ArticleScope scope, int rows) {
    String inside = gathered(where.grams + " @> :grams", scope);
    return query(
            String.format(Locale.ROOT, GATHERED, inside, where.ofFound(term)),
            row -> found(row, where),
            term,
            scope,
            rows)
        .set("grams", grams)
        .list();
  }

  /** The same from parts of the feed in this order, up to the last that is needed. */
  List<Found> inBands(
      Term term, int[] grams, Where where, ArticleScope scope, List<Part> parts, int rows) {
    String inside = gathered(where.grams + " @> (:grams || b.band)" + InBands.HAS_ANY, scope);
    String gathered = String.format(Locale.ROOT, GATHERED, inside, where.ofFound(term));
    SqlQuery<Found> query =
        query(InBands.newest(0, gathered, ":rows"), row -> found(row, where), term, scope, rows);
    return InBands.set(query, 0, parts).set("grams", grams).list();
  }

  private static String gathered(String grams, ArticleScope scope) {
    return COLUMNS
        + "0 from article_search s where "
        + grams
        + scope(scope)
        + " order by s.feed_order desc offset 0";
  }

  /** From where to where the index goes; an empty one from 0 to 0. */
  record Span(long oldest, long newest) {}

  /**
   * Empty while rows of other rules are in it: they may be without the marks of {@link Bands}. Of
   * rows that nobody folded yet nothing is found in any way.
   */
  Optional<Span> span() {
    return sql
        .query(
            "select min(feed_order), max(feed_order) from article_search having "
                + present("article_search where fold_version > 0"),
            row -> new Span(row.number(1), row.number(2)))
        .set("version", Folding.VERSION)
        .list()
        .stream()
        .findFirst();
  }

  /** The highest feed order; 0 for an empty index. */
  long newest() {
    return sql.query("select max(feed_order) from article_search", row -> row.number(1))
        .list()
        .get(0);
  }

  private static final String TAGGED =
      " and exists (select 1 from article_tag t where t.article_id = s.article_id"
          + " and t.tag_id = :tag)";

  /**
   * The conditions of a scope on rows {@code s} that their grams lead to. {@code + 0}: a plan for
   * any bounds would take them for narrow, and read the index of all feed orders.
   */
  static String scope(ArticleScope scope) {
    return (scope.below() == Long.MAX_VALUE ? "" : " and s.feed_order + 0 < :below")
        + (scope.from() == Long.MIN_VALUE ? "" : " and s.feed_order + 0 >= :from")
        + account("s", scope)
        + (scope.tag() == null ? "" : TAGGED);
  }

  private static String account(String of, ArticleScope scope) {
    return scope.account() == null ? "" : " and " + of + ".account_id = :account";
  }

  /** A row of a walk, and the how many-th it was. */
  private record Passed(Found found, int place, boolean hit) {}

  private static Passed passed(SqlRow row, Where where) throws SQLException {
    return new Passed(found(row, where), row.integer(3), row.flag(4));
  }

  private static Found found(SqlRow row, Where where) throws SQLException {
    int tier = where == Where.TITLE ? Found.FIRST : Found.REST;
    return new Found(row.uuid(1), row.number(2), tier, 0);
  }

  private <T> SqlQuery<T> query(
      String statement, SqlQuery.RowMapper<T> mapper, Term term, ArticleScope scope, int rows) {
    return scoped(sql.query(statement, mapper), scope).set("t0", term.text()).set("rows", rows);
  }

  static <T> SqlQuery<T> scoped(SqlQuery<T> query, ArticleScope scope) {
    return query
        .timeoutSeconds(SECONDS)
        .set("below", scope.below())
        .set("from", scope.from())
        .set("account", scope.account())
        .set("tag", scope.tag());
  }

  /** Adds that rows {@code of} have all terms: by their grams, and by their text where it tells. */
  public static void require(KeysetQuery<?> query, String of, List<Term> terms) {
    for (int i = 0; i < terms.size(); i++) {
      int[] grams = terms.get(i).grams();
      // Without grams (punctuation in quotes) the index would be read whole.
      query.and(of + ".g @> :g" + i, "g" + i, grams.length == 0 ? null : grams);
      if (!terms.get(i).exact()) {
        requireText(query, of, terms.get(i), i);
      }
    }
  }

  /** The same by the texts alone. */
  public static void requireText(KeysetQuery<?> query, String of, List<Term> terms) {
    for (int i = 0; i < terms.size(); i++) {
      requireText(query, of, terms.get(i), i);
    }
  }

  private static void requireText(KeysetQuery<?> query, String of, Term term, int i) {
    query.and("strpos(" + of + ".all_f, :t" + i + ") > 0", "t" + i, term.text());
  }
}
