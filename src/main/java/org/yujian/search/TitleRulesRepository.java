package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.yujian.shared.page.Sql;

/** By which rules the suggestions of titles were made, and how far they are made again. */
@ApplicationScoped
class TitleRulesRepository {

  /** SQL condition: no suggestions of titles have to be made again. */
  static final String DONE =
      "coalesce((select rules >= :rules and after is null from suggestion_state), true)";

  private static final UUID FIRST = new UUID(0, 0);

  private final Sql sql;

  TitleRulesRepository(Sql sql) {
    this.sql = sql;
  }

  boolean isDone() {
    return sql.query("select " + DONE, row -> row.flag(1))
        .set("rules", SuggestionKeys.RULES)
        .list()
        .get(0);
  }

  /** The article after which to go on, in the order of ids. */
  UUID place() {
    return sql.query(
            """
            select coalesce(case when rules = :rules then after end, :first) from suggestion_state
            """,
            row -> row.uuid(1))
        .set("rules", SuggestionKeys.RULES)
        .set("first", FIRST)
        .list()
        .get(0);
  }

  /**
   * @param place article up to which all titles follow the present rules; null for all articles
   */
  void move(UUID place) {
    sql.statement("update suggestion_state set rules = :rules, after = cast(:after as uuid)")
        .set("rules", SuggestionKeys.RULES)
        .set("after", place)
        .run();
  }
}
