package org.yujian.search;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.yujian.search.index.IndexedArticle;
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

  @Inject CurrentIndex index;

  @TestHTTPResource("/")
  URI base;

  private final Random random = Seed.random("SearchTotalsTest");
  private final List<Word> words = new ArrayList<>();

  /** In each {@code step}-th article of a part of the feed, from the oldest. */
  private record Word(String text, int from, int to, int step) {
    boolean in(int place) {
      return place >= from && place < to && (place - from) % step == 0;
    }
  }

  private record Row(ManyTexts.Row article, String day, List<String> tags) {}

  private List<Row> rows;

  @BeforeEach
  void fill() {
    ManyArticles.fill(tables(), ARTICLES, Seed.random("totals"));
    Map<UUID, ManyTexts.Row> known =
        ManyTexts.rows(tables()).stream().collect(toMap(ManyTexts.Row::id, row -> row));
    rows =
        tables()
            .texts(
                """
                select concat_ws('|', id, (published_at at time zone 'Asia/Shanghai')::date,
                  array_to_string(tags, ','))
                from article where state = 'published' order by feed_order
                """)
            .stream()
            .map(line -> row(line, known))
            .toList();
    words.add(new Word("丫丬", rows.size() - 4 * 925, rows.size(), 4));
    words.add(new Word("丄丅丆万", 0, rows.size(), 3));
    for (int i = 2; i < WORDS; i++) {
      words.add(word(i));
    }
    ManyTexts.put(index, texts());
  }

  @AfterEach
  void empty() {
    tables().empty();
  }

  private static Row row(String line, Map<UUID, ManyTexts.Row> known) {
    String[] parts = line.split("\\|", -1);
    return new Row(
        known.get(UUID.fromString(parts[0])),
        parts[1],
        parts[2].isEmpty() ? List.of() : List.of(parts[2].split(",")));
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
    // Half of them in about as many as are counted.
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

  private List<IndexedArticle> texts() {
    List<IndexedArticle> texts = new ArrayList<>();
    for (int place = 0; place < rows.size(); place++) {
      StringBuilder text = new StringBuilder("文。");
      for (Word word : words) {
        String letter = word.text.endsWith("-") ? word.text.charAt(0) + "。" : "";
        text.append(word.in(place) ? word.text + "。" : letter);
      }
      texts.add(rows.get(place).article.with("题", text.toString()));
    }
    return texts;
  }

  @Test
  void totalsAreExactToThousandAndSayMoreBeyond() {
    Row some = rows.get(random.nextInt(rows.size()));
    String tag = rows.stream().flatMap(row -> row.tags.stream()).findFirst().orElseThrow();
    for (Word word : words) {
      assertTotal(word, "", row -> true);
      UUID account = some.article.account();
      assertTotal(word, "&account=" + account, row -> row.article.account().equals(account));
      assertTotal(word, "&tag=" + tag, row -> row.tags.contains(tag));
      assertTotal(word, "&from=" + some.day, row -> row.day.compareTo(some.day) >= 0);
      assertTotal(word, "&to=" + some.day, row -> row.day.compareTo(some.day) <= 0);
    }
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
