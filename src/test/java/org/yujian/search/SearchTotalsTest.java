package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.feed.SearchableArticle;
import org.yujian.search.SearchIndexRepository.Indexed;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.Seed;

/**
 * What the first page says of how many there are: exact to 1,000, then "1,000 and more", for words
 * and phrases that stand everywhere, only in the newest or only in the oldest articles; in all
 * articles, of one account, with one tag and from some days.
 */
@QuarkusTest
class SearchTotalsTest extends DeskTest {
  private static final int ARTICLES = 6_000;
  private static final int WORDS = 40;

  /** Parts of the feed that are chosen by chance. */
  private static final int SAMPLES = 4;

  private static final int EVEN_SAMPLES = 50;

  @Inject SearchIndexRepository index;
  @Inject SearchIndexer indexer;
  @Inject GramShares shares;
  @Inject Estimates estimates;
  @Inject SearchRepository texts;

  @TestHTTPResource("/")
  URI base;

  private final Random random = Seed.random("SearchTotalsTest");
  private final List<Word> words = new ArrayList<>();
  private Word even;
  private Word many;

  /** In each {@code step}-th article of a part of the feed, from the oldest. */
  private record Word(String text, int from, int to, int step) {
    boolean in(int place) {
      return place >= from && place < to && (place - from) % step == 0;
    }
  }

  private record Row(UUID id, UUID account, long order, String day, List<String> tags) {}

  private List<Row> rows;

  @BeforeEach
  void fill() {
    ManyArticles.fill(tables(), ARTICLES, Seed.random("totals"));
    rows =
        tables()
            .texts(
                """
                select concat_ws('|', id, account_id, feed_order,
                  (published_at at time zone 'Asia/Shanghai')::date, array_to_string(tags, ','))
                from article where state = 'published' order by feed_order
                """)
            .stream()
            .map(SearchTotalsTest::row)
            .toList();
    even = new Word("丫丬", rows.size() - 4 * 925, rows.size(), 4);
    many = new Word("丄丅丆万", 0, rows.size(), 3);
    words.addAll(List.of(even, many));
    for (int i = 2; i < WORDS; i++) {
      words.add(word(i));
    }
    QuarkusTransaction.requiringNew().timeout(120).run(() -> index.putLive(texts()));
    indexer.countOnce();
    assertThat(shares.sample().bands()).isNotEmpty();
  }

  @AfterEach
  void empty() {
    tables().empty();
  }

  private static Row row(String line) {
    String[] parts = line.split("\\|", -1);
    return new Row(
        UUID.fromString(parts[0]),
        UUID.fromString(parts[1]),
        Long.parseLong(parts[2]),
        parts[3],
        parts[4].isEmpty() ? List.of() : List.of(parts[4].split(",")));
  }

  /** Characters of its own, so that no two words share a gram. */
  private Word word(int i) {
    int length = i % 2 == 0 ? 2 : 4;
    if (i % 5 == 4) {
      // Every text has the letter, and only some have it so.
      return word((char) ('一' + 10 * i) + "-", i);
    }
    StringBuilder text = new StringBuilder();
    IntStream.range(0, length).forEach(n -> text.append((char) ('一' + 10 * i + n)));
    return word(text.toString(), i);
  }

  private Word word(String text, int i) {
    int step = 1 + random.nextInt(3);
    // Half of them in about as many as are counted: there a sample says too much most easily.
    int share =
        random.nextBoolean()
            ? Math.min(rows.size(), step * (700 + random.nextInt(600)))
            : 1 + random.nextInt(rows.size());
    int from =
        switch (i % 3) {
          case 0 -> 0;
          case 1 -> rows.size() - share;
          default -> random.nextInt(rows.size() - share + 1);
        };
    return new Word(text, from, from + share, step);
  }

  private List<Indexed<SearchableArticle>> texts() {
    List<Indexed<SearchableArticle>> texts = new ArrayList<>();
    for (int place = 0; place < rows.size(); place++) {
      Row row = rows.get(place);
      StringBuilder text = new StringBuilder("文。");
      for (Word word : words) {
        String letter = word.text.endsWith("-") ? word.text.charAt(0) + "。" : "";
        text.append(word.in(place) ? word.text + "。" : letter);
      }
      SearchableArticle article =
          new SearchableArticle(
              row.id, row.account, row.order, Map.of("title", "题"), text.toString(), null);
      texts.add(new Indexed<>(article, IndexedText.of(article)));
    }
    return texts;
  }

  @Test
  void totalsAreExactToThousandAndSayMoreBeyond() {
    Row some = rows.get(random.nextInt(rows.size()));
    String tag = rows.stream().flatMap(row -> row.tags.stream()).findFirst().orElseThrow();
    for (Word word : words) {
      for (int sample = 0; sample < SAMPLES; sample++) {
        shares.read();
        assertTotal(word, "&sample=" + sample, row -> true);
      }
      assertTotal(word, "&account=" + some.account, row -> row.account.equals(some.account));
      assertTotal(word, "&tag=" + tag, row -> row.tags.contains(tag));
      assertTotal(word, "&from=" + some.day, row -> row.day.compareTo(some.day) >= 0);
      assertTotal(word, "&to=" + some.day, row -> row.day.compareTo(some.day) <= 0);
    }
  }

  /**
   * One that is even in a part of the feed and missing elsewhere: some samples see it everywhere.
   */
  @Test
  void samplesTellFewFromMany() {
    QuarkusTransaction.requiringNew()
        .timeout(120)
        .run(
            () -> {
              texts.byIndex();
              for (int sample = 0; sample < EVEN_SAMPLES; sample++) {
                shares.read();
                assertThat(estimates.of(Term.of(even.text)).many()).as("few %d", sample).isFalse();
                assertThat(estimates.of(Term.of(many.text)).many()).as("many %d", sample).isTrue();
              }
            });
  }

  private void assertTotal(Word word, String filter, Predicate<Row> fits) {
    long there =
        IntStream.range(0, rows.size())
            .filter(place -> word.in(place) && fits.test(rows.get(place)))
            .count();
    Client client = new Client(base, adminKey());
    var total =
        client
            .get(
                "/v1/search?match=exact&type=articles&q="
                    + SearchFixtures.encoded(word.text)
                    + filter)
            .expect(200)
            .json()
            .path("total");
    assertThat(total.path("value").asLong())
        .as("%s in %d%s", word, there, filter)
        .isEqualTo(Math.min(1_000, there));
    assertThat(total.path("relation").asText()).isEqualTo(there > 1_000 ? "gte" : "eq");
  }
}
