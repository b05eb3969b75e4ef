package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.yujian.shared.page.SqlQuery;

/**
 * All query text that reads the index. Two ways lead to the same rows: {@link #walk} looks through
 * the newest texts, which is short for common terms; {@link #gather} takes all that have the grams
 * from the index and sorts them, which is short for rare ones. {@code offset 0} keeps the planner
 * from choosing for itself, and the text from being read before the order is known.
 */
@ApplicationScoped
class SearchRepository {

  /** Longer than this no search may take; then it is refused with 503. */
  static final int SECONDS = 2;

  private static final String COLUMNS = "s.article_id, s.feed_order, s.title_f, s.all_f";

  private static final String OUTSIDE =
      "select c.article_id, c.feed_order from (select %s) c where %s"
          + " order by c.feed_order desc limit :rows";

  /** What a term must do, in a row {@code c}. */
  enum Where {
    TITLE("strpos(c.title_f, :t0) > 0"),
    NOT_TITLE("strpos(c.title_f, :t0) = 0 and strpos(c.all_f, :t0) > 0");

    private final String condition;

    Where(String condition) {
      this.condition = condition;
    }
  }

  @Inject EntityManager entityManager;

  /** The newest {@code window} rows of the scope are looked through. */
  List<Found> walk(Term term, Where where, ArticleScope scope, int window, int rows) {
    boolean tagged = scope.tag() != null;
    String of = tagged ? "t" : "s";
    String inside =
        COLUMNS
            + (tagged
                ? " from article_tag t join article_search s on s.article_id = t.article_id"
                    + " where t.tag_id = :tag"
                : " from article_search s where true")
            + range(of, scope)
            + " order by %s.feed_order desc limit :window".formatted(of);
    return query(OUTSIDE.formatted(inside, where.condition), term, where, scope, rows)
        .set("window", window)
        .list();
  }

  /** All rows of the scope that have the grams. */
  List<Found> gather(Term term, int[] grams, Where where, ArticleScope scope, int rows) {
    String inside =
        COLUMNS
            + " from article_search s where s.%s @> :grams"
                .formatted(where == Where.TITLE ? "title_g" : "g")
            + scope(scope)
            + " order by s.feed_order desc offset 0";
    return query(OUTSIDE.formatted(inside, where.condition), term, where, scope, rows)
        .set("grams", grams)
        .list();
  }

  private static final String TAGGED =
      " and exists (select 1 from article_tag t where t.article_id = s.article_id"
          + " and t.tag_id = :tag)";

  /** The conditions of a scope on rows {@code s}. */
  static String scope(ArticleScope scope) {
    return range("s", scope) + (scope.tag() == null ? "" : TAGGED);
  }

  private static String range(String of, ArticleScope scope) {
    return " and %1$s.feed_order < :below and %1$s.feed_order >= :from%2$s"
        .formatted(of, scope.account() == null ? "" : " and " + of + ".account_id = :account");
  }

  private SqlQuery<Found> query(String sql, Term term, Where where, ArticleScope scope, int rows) {
    int tier = where == Where.TITLE ? Found.FIRST : Found.REST;
    return scoped(
            new SqlQuery<>(
                entityManager,
                sql,
                row -> new Found(SqlQuery.uuid(row, 1), row.getLong(2), tier, 0)),
            scope)
        .set("t0", term.text())
        .set("rows", rows);
  }

  static <T> SqlQuery<T> scoped(SqlQuery<T> query, ArticleScope scope) {
    return query
        .within(SECONDS)
        .set("below", scope.below())
        .set("from", scope.from())
        .set("account", scope.account())
        .set("tag", scope.tag());
  }

  /** How many articles of the scope have the term, counted to {@code most} at most. */
  int count(Term term, int[] grams, ArticleScope scope, int most) {
    String sql =
        "select count(*) from (select 1 from article_search s where s.g @> :grams"
            + scope(scope)
            + (term.exact() ? "" : " and strpos(s.all_f, :t0) > 0")
            + " limit :most) c";
    return scoped(new SqlQuery<>(entityManager, sql, row -> row.getInt(1)), scope)
        .set("t0", term.text())
        .set("grams", grams)
        .set("most", most)
        .list()
        .get(0);
  }
}
