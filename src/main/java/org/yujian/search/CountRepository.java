package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yujian.search.Bands.Part;
import org.yujian.search.index.ArticleScope;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlQuery;

/** All query text that counts articles with one term, exactly or in a sample. */
@ApplicationScoped
class CountRepository {

  private static final String SAMPLE =
      """
      select c.texts, c.looks, c.hits
      from unnest(:bands) with ordinality b (band, nth) cross join lateral (
        select count(*) as texts, count(*) filter (where t.nth <= :looks) as looks,
          count(*) filter (where case when t.nth <= :looks then %s end) as hits
        from (select s.all_f, row_number() over () as nth from article_search s
          where s.g @> (:grams || b.band) limit :most) t) c
      order by b.nth
      """;

  @Inject Sql sql;

  /**
   * What was met in a part of a sample.
   *
   * @param grams texts that have the grams
   * @param looks how many of them were looked at
   * @param hits those of them that have the term
   */
  record Sampled(int grams, int looks, int hits) {
    /** Texts that have the term, about. */
    double there() {
      return looks == 0 ? 0 : (double) grams * hits / looks;
    }
  }

  /**
   * Looks at parts of the feed; each in its turn.
   *
   * @param most texts of a part
   * @param looks texts of a part that are read, when the grams do not say it
   */
  List<Sampled> sample(Term term, int[] grams, int[] bands, int most, int looks) {
    return sql.query(
            String.format(Locale.ROOT, SAMPLE, term.exact() ? "true" : "strpos(t.all_f, :t0) > 0"),
            row -> new Sampled(row.integer(1), row.integer(2), row.integer(3)))
        .timeoutSeconds(SearchRepository.SECONDS)
        .set("t0", term.text())
        .set("grams", grams)
        .set("bands", bands)
        .set("most", most)
        .set("looks", looks)
        .list();
  }

  /**
   * How many articles of the scope have the term, counted to {@code most} at most.
   *
   * @param parts of the feed that the scope lies in; not present: the whole at once
   */
  int count(Term term, int[] grams, ArticleScope scope, Optional<List<Part>> parts, int most) {
    String hits =
        "select 1 from article_search s where s.g @> (:grams%s)"
            + SearchRepository.scope(scope)
            + (term.exact() ? "" : " and strpos(s.all_f, :t0) > 0");
    String counted =
        parts.isEmpty()
            ? String.format(Locale.ROOT, hits, "")
            : InBands.each(0, String.format(Locale.ROOT, hits, " || b.band") + InBands.HAS_ANY);
    SqlQuery<Integer> query =
        SearchRepository.scoped(
            sql.query(
                "select count(*) from (" + counted + " limit :most) c", row -> row.integer(1)),
            scope);
    return InBands.set(query, 0, parts.orElse(List.of()))
        .set("t0", term.text())
        .set("grams", grams)
        .set("most", most)
        .list()
        .get(0);
  }
}
