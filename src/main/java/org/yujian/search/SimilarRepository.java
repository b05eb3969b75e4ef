package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Sql;

/** All query text about articles that share rare grams. */
@ApplicationScoped
class SimilarRepository {

  /** A bounded look at each gram, so that its cost does not grow with the articles. */
  private static final String SHARING =
      """
      select found.article_id, count(*) as shared, sum(w.weight) as score, max(found.feed_order) as o
      from unnest(cast(:grams as int[]), cast(:weights as float8[])) as w (gram, weight)
      cross join lateral (
        select s.article_id, s.feed_order from article_search s
        where s.g @> array[w.gram] and s.article_id <> :self %s limit :look) found
      group by found.article_id having count(*) >= :least
      order by score desc, o desc limit :rows
      """;

  @Inject Sql sql;

  /** The folded text of a live article. */
  record Text(UUID account, String title, String all) {}

  Optional<Text> text(UUID id) {
    return sql
        .query(
            "select account_id, title_f, all_f from article_search where article_id = :id",
            row -> new Text(row.uuid(1), row.text(2), row.text(3)))
        .set("id", id)
        .list()
        .stream()
        .findFirst();
  }

  /**
   * Those that share most.
   *
   * @param account only of this one; null for all
   * @param look articles of each gram that are looked at
   * @param least grams that must be shared
   */
  List<UUID> sharing(
      UUID self, UUID account, List<TellingGram> grams, int look, int least, int rows) {
    String within = account == null ? "" : "and s.account_id = :account";
    return sql.query(String.format(Locale.ROOT, SHARING, within), row -> row.uuid(1))
        .timeoutSeconds(SearchRepository.SECONDS)
        .set("self", self)
        .set("account", account)
        .set("grams", grams.stream().mapToInt(TellingGram::gram).toArray())
        .set("weights", grams.stream().map(TellingGram::weight).toArray(Double[]::new))
        .set("look", look)
        .set("least", least)
        .set("rows", rows)
        .list();
  }
}
