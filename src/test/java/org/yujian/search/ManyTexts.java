package org.yujian.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexedArticle;
import org.yujian.search.question.DocumentTokens;
import org.yujian.search.text.Folding;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.Tables;

/**
 * Articles whose words are known to the test: written into the program's index behind the log's
 * back, in place of what {@link ManyArticles} wrote.
 */
final class ManyTexts {
  private static final Duration FILLING = Duration.ofMinutes(1);

  private ManyTexts() {}

  /** A live article of the tables. */
  record Row(UUID id, UUID account, long order, List<UUID> tags) {

    IndexedArticle with(String title, String text) {
      return new IndexedArticle(
          id,
          0,
          order,
          account,
          tags,
          Map.of(
              IndexField.TITLE, DocumentTokens.of(Folding.fold(title)),
              IndexField.TEXT, DocumentTokens.of(Folding.fold(text))));
    }
  }

  /** All live articles, the oldest first. */
  static List<Row> rows(Tables tables) {
    return tables
        .texts(
            """
            select concat_ws('|', a.id, a.account_id, a.feed_order, (
              select string_agg(t.tag_id::text, ',') from article_tag t where t.article_id = a.id))
            from article a where a.state = 'published' order by a.feed_order
            """)
        .stream()
        .map(line -> line.split("\\|"))
        .map(
            parts ->
                new Row(
                    UUID.fromString(parts[0]),
                    UUID.fromString(parts[1]),
                    Long.parseLong(parts[2]),
                    Stream.of(parts)
                        .skip(3)
                        .flatMap(tags -> Arrays.stream(tags.split(",")))
                        .map(UUID::fromString)
                        .toList()))
        .toList();
  }

  /** Writes these as they are, after everything that the log says. */
  static void put(CurrentIndex index, List<IndexedArticle> articles) {
    change(index, new IndexBatch(articles, Map.of()));
  }

  static void change(CurrentIndex index, IndexBatch batch) {
    index.catchUp(FILLING);
    IndexGeneration engine = index.whole().orElseThrow();
    engine.write(batch);
    engine.refresh();
  }

  /** Articles with 路灯 and 的 nearly everywhere, —— and 桥 in some. */
  static List<IndexedArticle> fill(Tables tables, CurrentIndex index, int articles, Random random) {
    ManyArticles.fill(tables, articles, random);
    List<IndexedArticle> texts =
        rows(tables).stream()
            .map(row -> row.with(words(0.95, 0.3, random) + "题", words(0.9, 0.2, random)))
            .toList();
    put(index, texts);
    return texts;
  }

  /** Days by chance, from one article to another. */
  static List<ArticleScope> days(List<IndexedArticle> articles, int some, Random random) {
    List<ArticleScope> days = new ArrayList<>();
    for (int i = 0; i < some; i++) {
      long one = order(articles, random);
      long other = order(articles, random);
      days.add(new ArticleScope(null, null, Math.min(one, other), Math.max(one, other)));
    }
    return days;
  }

  private static long order(List<IndexedArticle> articles, Random random) {
    return articles.get(random.nextInt(articles.size())).feedOrder();
  }

  private static String words(double common, double others, Random random) {
    return word("路灯。", common, random)
        + word("的。", common, random)
        + word("——", others, random)
        + word("桥。", others, random);
  }

  private static String word(String word, double share, Random random) {
    return random.nextDouble() < share ? word : "";
  }
}
