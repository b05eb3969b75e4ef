package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.search.ManyTexts.Row;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexedArticle;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.Seed;

/** Pages of several terms fit together whatever is counted, written or taken back meanwhile. */
@QuarkusTest
class RankedPagesTest extends DeskTest {
  private static final int ARTICLES = 900;
  private static final String ASKED =
      "/v1/search?match=exact&type=articles&limit=20&q=" + SearchFixtures.encoded("路灯 维修");

  @Inject CurrentIndex index;

  @TestHTTPResource("/")
  URI base;

  private final Random random = Seed.random("RankedPagesTest");
  private final Map<UUID, Row> rows = new LinkedHashMap<>();
  private int asked;

  @BeforeEach
  void fill() {
    ManyArticles.fill(tables(), ARTICLES, Seed.random("ranked"));
    ManyTexts.rows(tables()).forEach(row -> rows.put(row.id(), row));
    List<IndexedArticle> texts = new ArrayList<>();
    for (UUID id : rows.keySet()) {
      boolean both = random.nextInt(3) == 0;
      String title = random.nextInt(12) == 0 && both ? "路灯" : "题";
      texts.add(rows.get(id).with(title, both ? text() : "路灯。"));
    }
    ManyTexts.put(index, texts);
  }

  @AfterEach
  void empty() {
    tables().empty();
  }

  private String text() {
    return "路灯。".repeat(1 + random.nextInt(9)) + "维修。".repeat(1 + random.nextInt(9));
  }

  private void put(UUID id, String title, String text) {
    ManyTexts.put(index, List.of(rows.get(id).with(title, text)));
  }

  /** Pages to the end; {@code between} after each. */
  private List<String> walk(Runnable between) {
    Client client = new Client(base, adminKey());
    List<String> ids = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      // Another address each time: what is written here behind the log's back is remembered.
      Client.Answer page = client.get(ASKED + cursor + "&asked=" + asked++).expect(200);
      page.json().path("items").forEach(item -> ids.add(item.at("/article/id").asText()));
      String next = page.text("next");
      cursor = next == null || next.isEmpty() ? null : "&cursor=" + next;
      between.run();
    }
    return ids;
  }

  @Test
  void howCommonTheTermsBecomeChangesNothing() {
    List<String> order = walk(() -> {});
    assertThat(order).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    List<UUID> others =
        rows.keySet().stream().filter(id -> !order.contains(id.toString())).toList();
    int[] page = {0};
    List<String> again =
        walk(
            () -> {
              // From a third of the articles to all, and at last to few.
              String text = page[0]++ < 3 ? "维修。" : "文。";
              ManyTexts.put(
                  index,
                  others.stream()
                      .skip(page[0] % 2)
                      .limit(400)
                      .map(id -> rows.get(id).with("题", text))
                      .toList());
            });
    assertThat(again).isEqualTo(order);
  }

  @Test
  void whatIsCorrectedMeanwhileRepeatsAndHidesNothing() {
    List<String> order = walk(() -> {});
    List<UUID> others =
        new ArrayList<>(
            rows.keySet().stream().filter(id -> !order.contains(id.toString())).toList());
    List<String> read =
        walk(
            () -> {
              for (int i = 0; i < 12; i++) {
                // Mostly newer than what is ranked: it would be pushed out by them.
                UUID other = others.remove(random.nextInt(1 + others.size() / 4));
                put(other, random.nextInt(3) == 0 ? "路灯" : "题", text());
              }
            });
    assertThat(read).doesNotHaveDuplicates();
    assertThat(read).containsAll(order);
  }

  @Test
  void whatIsTakenBackHidesNothingElse() {
    List<String> order = walk(() -> {});
    List<String> gone = new ArrayList<>();
    List<String> read =
        walk(
            () -> {
              List<String> left = order.stream().filter(id -> !gone.contains(id)).toList();
              for (int i = 0; i < 3; i++) {
                // Also such as were shown already: what is ranked moves up by them.
                gone.add(left.get(random.nextInt(left.size() / 3)));
              }
              Map<UUID, Long> removed = new HashMap<>();
              gone.forEach(id -> removed.put(UUID.fromString(id), 0L));
              ManyTexts.change(index, new IndexBatch(List.of(), removed));
            });
    assertThat(read).doesNotHaveDuplicates();
    assertThat(read).containsAll(order.stream().filter(id -> !gone.contains(id)).toList());
    assertThat(order).containsAll(read);
  }
}
