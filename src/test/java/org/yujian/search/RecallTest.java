package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.search.question.DocumentTokens;
import org.yujian.search.question.WholeNumbers;
import org.yujian.search.text.Folding;
import org.yujian.search.text.SearchTerms;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Seed;

/**
 * Against brute force on texts that nobody has seen: every substring of a text is found, nothing
 * else is, and the pages are in the promised order. The seed is printed; {@code
 * -Drecall.articles=…} for a longer run.
 */
@QuarkusTest
class RecallTest extends DeskTest {
  private static final int ARTICLES = Integer.getInteger("recall.articles", 60);
  private static final int QUESTIONS = 2 * ARTICLES;
  private static final int LONG_TEXT = 20_000;
  private static final int MANY = 8;

  /** The natural logarithm of half a year in seconds. */
  private static final double LONGEST_GAP = 16.6;

  /** Few characters, so that words repeat; rare ones, and what tempts a fold. */
  private static final String COMMON = "的一是在不了有和人这中大为上个国我以要他";

  private static final String RARE = "豫園區臺灣態度𠮷😀👨‍👩‍👧é\u0301ﬁ㎡Ａｂ９〇㈱ㄅ한́❤️★€";
  private static final String BETWEEN = "，。“” \u200b\u00ad-1aZ";

  @TestHTTPResource("/")
  URI base;

  private final Random random = Seed.random("RecallTest");

  private record Known(String id, String title, String all) {}

  @Test
  void everySubstringIsFoundInTheOrderOfBruteForce() {
    List<Known> known = publish();
    int asked = 0;
    while (asked < QUESTIONS) {
      Known of = known.get(random.nextInt(known.size()));
      String term = Folding.fold(substring(of)).strip();
      // Spaces and quotes would make other terms of it.
      if (SearchTerms.parse(term).all().equals(List.of(term))) {
        assertThat(pages(term)).as("question %d: %s", asked, term).isEqualTo(expected(known, term));
        asked++;
      }
    }
  }

  private String substring(Known of) {
    String text = random.nextInt(4) == 0 ? of.title : of.all;
    int[] points = text.codePoints().toArray();
    int length = 1 + random.nextInt(random.nextInt(5) == 0 ? 12 : 3);
    int from = random.nextInt(Math.max(1, points.length - length));
    return new String(points, from, Math.min(length, points.length - from));
  }

  /** Whole numbers first, then what has it in the title, newest first in all parts. */
  private static List<String> expected(List<Known> known, String term) {
    List<String> numbers = WholeNumbers.of(term);
    return IntStream.range(0, known.size())
        .boxed()
        .filter(i -> known.get(i).all.contains(term))
        .sorted(
            Comparator.comparing((Integer i) -> rank(known.get(i), term, numbers))
                .thenComparing(Comparator.naturalOrder())
                .reversed())
        .map(i -> known.get(i).id)
        .toList();
  }

  private static int rank(Known article, String term, List<String> numbers) {
    boolean title = article.title.contains(term);
    // The digest is cut from the body, perhaps within a number.
    String text = article.all.substring(article.all.lastIndexOf('\u0001') + 1);
    boolean wholeTitle = title && hasAll(article.title, numbers);
    boolean whole = wholeTitle || text.contains(term) && hasAll(text, numbers);
    return (whole ? 4 : 0) + (wholeTitle ? 2 : 0) + (title ? 1 : 0);
  }

  private static boolean hasAll(String folded, List<String> numbers) {
    return DocumentTokens.of(folded).words().containsAll(numbers);
  }

  private List<String> pages(String term) {
    List<String> all = new ArrayList<>();
    String path =
        String.format(
                Locale.ROOT,
                "/v1/search?match=exact&type=articles&limit=%d&q=",
                1 + random.nextInt(9))
            + SearchFixtures.encoded(term);
    Client.Answer page = client().get(path).expect(200);
    addTo(all, page);
    while (!page.text("next").isEmpty()) {
      page = client().get(path + "&cursor=" + page.text("next")).expect(200);
      addTo(all, page);
    }
    return all;
  }

  private static void addTo(List<String> all, Client.Answer page) {
    page.items().forEach(item -> all.add(item.path("article").path("id").asText()));
  }

  private Client client() {
    return new Client(base, adminKey());
  }

  /** In this order; each text as the index sees it. */
  private List<Known> publish() {
    String account = account("测试号");
    Client client = client();
    List<Known> known = new ArrayList<>();
    // An archive of some years, with days on which much was published.
    Instant moment = Instant.parse("2015-01-01T00:00:00Z");
    for (int i = 0; i < ARTICLES; i++) {
      moment = moment.plusSeconds((long) Math.exp(random.nextDouble() * LONGEST_GAP));
      String title = text(4 + random.nextInt(20));
      String body = text(i == ARTICLES / 2 ? LONG_TEXT : 30 + random.nextInt(300));
      String id = SearchFixtures.publishedAt(client, account, title, body, moment);
      known.add(seen(id));
    }
    return known;
  }

  /** As a reader sees it; the digest is cut from the text, perhaps within a character. */
  private Known seen(String id) {
    JsonPath article = read("/v1/articles/" + id + "?body=text");
    String title = Folding.fold(article.getString("title"));
    String digest = Folding.fold(article.getString("digest"));
    String body = Folding.fold(article.getString("text"));
    return new Known(id, title, title + "\u0001" + digest + "\u0001" + body);
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    // Begins and ends with a letter: the editor strips white space.
    text.append('文');
    for (int i = 0; i < length; i++) {
      int kind = random.nextInt(MANY);
      String from = kind == 0 ? BETWEEN : kind == 1 ? RARE : COMMON;
      int[] points = from.codePoints().toArray();
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.append('字').toString();
  }
}
