package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.yujian.shared.page.Sql;

/** All query text that reads suggestions by their beginnings. */
@ApplicationScoped
class SuggestionRepository {

  /** Keys of names, beginnings of terms and insides of terms that are read for one beginning. */
  private static final int WINDOW = 500;

  /** A beginning of so few letters has too many keys: the most usual terms are looked at, too. */
  private static final int SHORT = 3;

  private static final String FIND =
      """
      with begin as (
        select b || '' as low, b || chr(1114111) as high from unnest(:begins) b),
      hit as (
        select k.of_name, k.suggestion_id, k.place, k.key = b.low as whole
        from begin b cross join lateral (
          select * from suggestion_key k
          where k.of_name and k.key >= b.low and k.key < b.high order by k.key limit :window) k
        union all
        select k.of_name, k.suggestion_id, k.place, k.key = b.low
        from begin b cross join lateral (
          select * from suggestion_key k
          where not k.of_name and k.place = 0 and k.key >= b.low and k.key < b.high
          order by k.key limit :window) k
        union all
        select k.of_name, k.suggestion_id, k.place, false
        from begin b cross join lateral (
          select * from suggestion_key k
          where not k.of_name and k.place > 0 and k.key >= b.low and k.key < b.high
          order by k.key limit :window) k
        union all
        select false, k.suggestion_id, k.place, k.place = 0 and k.key = b.low
        from begin b cross join (
          select id from suggestion where kind = 'term' and articles > 1 and :short
          order by articles desc limit :window) o
        join suggestion_key k
          on k.suggestion_id = o.id and k.key >= b.low and k.key < b.high),
      one as (
        select of_name, suggestion_id, min(place) filter (where place >= 0) as place,
          bool_or(whole) as whole from hit group by of_name, suggestion_id),
      ranked as (
        select s.*, o.place, row_number() over (partition by o.of_name order by
          o.whole desc, (o.place = 0) is true desc, s.articles desc, length(s.text_f), s.text_f, s.id) as rank
        from one o join suggestion s on s.id = o.suggestion_id
        where o.of_name or case when o.place = 0 then starts_with(s.text_f, :head)
          else strpos(s.text_f, :head) > 0 end)
      select kind, thing_id, slug, text, text_f, coalesce(place, -1) from ranked where rank <= :most
      order by kind = 'term', rank
      """;

  /** Longer than this no statement may take; then it is refused with 503. */
  private static final int SECONDS = 2;

  @Inject Sql sql;

  /**
   * One name or term.
   *
   * @param place where what was typed begins, {@link SuggestionKeys#ELSEWHERE} when not in the text
   */
  record Row(String kind, UUID thing, String slug, String text, String folded, int place) {
    boolean term() {
      return kind.equals("term");
    }
  }

  /** Names first, then terms, the best of each first, so many of each. */
  List<Row> find(Typed typed, int most) {
    return sql.query(
            FIND,
            row ->
                new Row(
                    row.text(1),
                    row.uuid(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.integer(6)))
        .timeoutSeconds(SECONDS)
        .set("begins", typed.begins().toArray(String[]::new))
        .set("window", WINDOW)
        .set("short", typed.plain().length() <= SHORT)
        .set("head", typed.literal() ? "" : typed.head())
        .set("most", most)
        .list();
  }
}
