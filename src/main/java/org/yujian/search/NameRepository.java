package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.change.ChangedThing;
import org.yujian.search.text.Folding;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** All query text that reads the names of accounts and tags. */
@ApplicationScoped
class NameRepository {

  /** The name itself, then what begins so, then shorter ones. */
  private static final String RANK =
      "(case when s.name_f = :name then '0' when starts_with(s.name_f, :name) then '1'"
          + " when strpos(s.name_f, :name) > 0 then '2' else '3' end"
          + " || lpad(length(s.name_f)::text, 4, '0') || s.name_f)";

  @Inject Sql sql;

  /** Something found by its name. */
  record Named(UUID id, String rank) {
    PageKey key() {
      return PageKey.named(rank, id);
    }
  }

  /** A page of those that have all terms; one row more than asked. */
  List<Named> page(ChangedThing kind, List<Term> terms, String name, PageRequest page) {
    KeysetQuery<Named> query =
        new KeysetQuery<>(
                sql.query(
                        "select s.thing_id, " + RANK + " from name_search s",
                        row -> new Named(row.uuid(1), row.text(2)))
                    .set("name", name))
            .and("s.kind = :kind", "kind", kind.type());
    require(query, terms);
    return query.byText(RANK, "s.thing_id", page);
  }

  /** Adds that rows have all terms: by their grams, and by their text where it tells. */
  private static void require(KeysetQuery<?> query, List<Term> terms) {
    for (int i = 0; i < terms.size(); i++) {
      int[] grams = terms.get(i).grams();
      // Without grams (punctuation in quotes) the index would be read whole.
      query.and("s.g @> :g" + i, "g" + i, grams.length == 0 ? null : grams);
      if (!terms.get(i).exact()) {
        query.and("strpos(s.all_f, :t" + i + ") > 0", "t" + i, terms.get(i).text());
      }
    }
  }

  /**
   * Keeps the planner from reading the tables of names and suggestions from end to end, until the
   * end of the transaction: it takes grams for as cheap as numbers.
   *
   * @return whether all names were folded by the present rules, and not by those of another
   *     release, and no suggestions of titles wait to be made again
   */
  boolean begin() {
    return sql.query(
            """
            select set_config('enable_seqscan', 'off', true),
              (select coalesce(min(fold_version) = :version and max(fold_version) = :version, true)
                from name_search) and\s"""
                + TitleRulesRepository.DONE,
            row -> row.flag(2))
        .set("version", Folding.VERSION)
        .set("rules", SuggestionKeys.RULES)
        .list()
        .get(0);
  }

  /** Accounts whose name has the term; not more than a question can use. */
  Set<UUID> accounts(Term term, int most) {
    return Set.copyOf(
        sql.query(
                """
            select thing_id from name_search
            where kind = 'account' and g @> :grams and strpos(name_f, :term) > 0
            order by thing_id limit :most
            """,
                row -> row.uuid(1))
            .set("grams", term.grams())
            .set("term", term.text())
            .set("most", most)
            .list());
  }
}
