package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.yujian.shared.page.Sql;

/** All query text that asks the index which words there are. */
@ApplicationScoped
class WordRepository {

  /** Longer words are made of pairs, and looked for as they are; so many. */
  private static final int LOOKED_FOR = 12;

  /** Texts with all pairs of such a word that are read until one has the word itself. */
  private static final int LOOKS = 2_000;

  /**
   * Which of these pairs exist, and the words that they chain to. A pair whose number is known is
   * not looked for: only rare ones are, whose lists in the index are short. Counted to 1,000, and
   * not {@code exists}, for which the planner would read articles until it finds one.
   */
  private static final String SPELLED =
      """
      with recursive pair as materialized (
        select * from (
          select c.split, c.place, c.gram, case when c.known > 0 then c.known else (
            select count(*) from (
              select 1 from article_search s where s.g @> array[c.gram] limit 1000) r) end as n
          from unnest(:splits, :places, :grams, :known) as c (split, place, gram, known)) p
        where n > 0),
      word as (
        select split, 0 as place, chr((gram >> 16) & 65535) || chr(gram & 65535) as word, gram,
          array[gram] as grams, n from pair where place = 0
        union all
        select w.split, p.place, w.word || chr(p.gram & 65535), p.gram, w.grams || p.gram,
          least(w.n, p.n)
        from word w join pair p on p.split = w.split and p.place = w.place + 1
          and (p.gram >> 16) & 65535 = w.gram & 65535),
      best as (
        select w.* from word w
        join unnest(:lasts) with ordinality as l (place, split)
          on l.split = w.split and l.place = w.place
        order by n desc, word limit :most)
      select word from best b where cardinality(grams) = 1 or exists (
        select 1 from (
          select s.all_f from article_search s where s.g @> b.grams limit :looks) c
        where strpos(c.all_f, b.word) > 0)
      group by word, n order by n desc, word
      """;

  private static final String CONTINUED =
      """
      select substr(c.all_f, strpos(c.all_f, :text), :length) from (%s) c
      where strpos(c.all_f, :text) > 0 group by 1 order by count(*) desc, 1 limit :most
      """;

  /** Of a common text the newest articles have enough. */
  private static final String NEWEST =
      "select s.all_f from article_search s order by s.feed_order desc limit :window";

  private static final String GATHERED =
      """
      select g.all_f from (
        select s.all_f, s.feed_order from article_search s where s.g @> :grams offset 0) g
      order by g.feed_order desc limit :window
      """;

  @Inject Sql sql;

  /**
   * Pairs of characters that may stand for pinyin, as columns.
   *
   * @param splits from 1 on, which way to cut the pinyin
   * @param places the pair's place in it
   * @param known in how many articles it is; 0 when nobody knows
   * @param lasts for each split, the place of its last pair
   */
  record Pairs(int[] splits, int[] places, int[] grams, int[] known, int[] lasts) {}

  /** Words of these pairs that stand in articles; in most articles first. */
  List<String> spelled(Pairs pairs) {
    return sql.query(SPELLED, row -> row.text(1))
        .timeoutSeconds(SearchRepository.SECONDS)
        .set("splits", pairs.splits())
        .set("places", pairs.places())
        .set("grams", pairs.grams())
        .set("known", pairs.known())
        .set("lasts", pairs.lasts())
        .set("most", LOOKED_FOR)
        .set("looks", LOOKS)
        .list();
  }

  /**
   * What stands at the first place of a text in some of the newest articles that have it.
   *
   * @param length in code points, from the text's begin
   * @param window how many articles are looked at
   */
  List<String> continued(Term term, boolean common, int length, int window, int most) {
    return sql.query(
            String.format(Locale.ROOT, CONTINUED, common ? NEWEST : GATHERED), row -> row.text(1))
        .timeoutSeconds(SearchRepository.SECONDS)
        .set("text", term.text())
        .set("grams", term.grams())
        .set("length", length)
        .set("window", window)
        .set("most", most)
        .list();
  }
}
