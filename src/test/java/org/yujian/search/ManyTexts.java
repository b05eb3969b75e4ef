package org.yujian.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.yujian.feed.SearchableArticle;
import org.yujian.search.SearchIndexRepository.Indexed;
import org.yujian.search.index.ArticleScope;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.Tables;

/** An index of articles whose words are known: 路灯 and 的 nearly everywhere, —— and 桥 in some. */
final class ManyTexts {

  private ManyTexts() {}

  /** Live articles, the oldest first. */
  static List<Indexed<SearchableArticle>> fill(
      Tables tables, SearchIndexRepository index, int articles, Random random) {
    ManyArticles.fill(tables, articles, random);
    List<Indexed<SearchableArticle>> texts =
        tables
            .texts(
                """
                select concat_ws('|', id, account_id, feed_order) from article
                where state = 'published' order by feed_order
                """)
            .stream()
            .map(line -> article(line.split("\\|"), random))
            .toList();
    QuarkusTransaction.requiringNew().timeout(120).run(() -> index.putLive(texts));
    tables.run("analyze article_search");
    return texts;
  }

  /** Days by chance, from one article to another. */
  static List<ArticleScope> days(
      List<Indexed<SearchableArticle>> articles, int some, Random random) {
    List<ArticleScope> days = new ArrayList<>();
    for (int i = 0; i < some; i++) {
      long one = order(articles, random);
      long other = order(articles, random);
      days.add(new ArticleScope(null, null, Math.min(one, other), Math.max(one, other)));
    }
    return days;
  }

  private static long order(List<Indexed<SearchableArticle>> articles, Random random) {
    return articles.get(random.nextInt(articles.size())).item().feedOrder();
  }

  private static Indexed<SearchableArticle> article(String[] row, Random random) {
    SearchableArticle article =
        new SearchableArticle(
            UUID.fromString(row[0]),
            UUID.fromString(row[1]),
            Long.valueOf(row[2]),
            Map.of("title", words(0.95, 0.3, random) + "题"),
            words(0.9, 0.2, random),
            null);
    return new Indexed<>(article, IndexedText.of(article));
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
