package org.yujian.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;
import org.yujian.testing.Client;
import org.yujian.testing.PostgresResource;
import org.yujian.testing.Seed;
import org.yujian.testing.SyncCopy;
import org.yujian.testing.Tables;
import org.yujian.testing.Together;

/**
 * Editors change everything at once while readers with and without filters follow, in steps of any
 * size, stopping anywhere: in the end each copy is what a new reader gets, and what the lists say.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SyncPropertyTest {
  private static final int EDITORS = 3;
  private static final int STEPS = 40;
  private static final List<String> HANDLES = List.of("a", "b", "c");
  private static final List<String> OUTSIDE = List.of("外一", "外二", "外三");

  @Inject AgroalDataSource database;
  @Inject ApiKeyService keys;

  @TestHTTPResource("/")
  URI base;

  private final List<String> articles = new CopyOnWriteArrayList<>();
  private final AtomicInteger working = new AtomicInteger(EDITORS);
  private Client client;

  @BeforeEach
  void prepare() {
    new Tables(database).empty();
    client = new Client(base, keys.create("test", Caller.program("test").scopes(), null, "test"));
  }

  @Test
  void everyCopyEqualsWhatThereIs() {
    Random random = Seed.random("sync");
    List<String> ids = new ArrayList<>();
    for (String handle : HANDLES) {
      Map<String, String> account = Map.of("handle", handle, "name", "账号" + handle);
      ids.add(client.post("/v1/desk/accounts", account).expect(201).text("id"));
    }
    List<String> filters =
        List.of(
            "", "", "&accounts=" + ids.get(0), "&types=article,edition", "&types=tag,followTarget");
    List<SyncCopy> copies = filters.stream().map(filter -> new SyncCopy(client, filter)).toList();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < EDITORS; i++) {
      Random chance = new Random(random.nextLong());
      tasks.add(() -> edit(chance));
    }
    for (SyncCopy copy : copies) {
      Random chance = new Random(random.nextLong());
      tasks.add(() -> follow(copy, chance));
    }
    Together.run(tasks);
    for (int i = 0; i < copies.size(); i++) {
      copies.get(i).follow(1_000);
      SyncCopy fresh = new SyncCopy(client, filters.get(i));
      fresh.follow(3);
      assertThat(copies.get(i).things()).as(filters.get(i)).isEqualTo(fresh.things());
    }
    compareWithLists(copies.get(0));
  }

  private void compareWithLists(SyncCopy copy) {
    assertThat(copy.things("article")).containsExactlyInAnyOrderElementsOf(all("/v1/articles"));
    assertThat(copy.things("account")).containsExactlyInAnyOrderElementsOf(all("/v1/accounts"));
    assertThat(copy.things("tag")).containsExactlyInAnyOrderElementsOf(all("/v1/tags"));
    assertThat(copy.things("followTarget"))
        .containsExactlyInAnyOrderElementsOf(all("/v1/follow-targets"));
    assertThat(copy.things("edition").stream().map(edition -> edition.path("id").asText()))
        .containsExactlyInAnyOrderElementsOf(
            all("/v1/editions").stream().map(edition -> edition.path("id").asText()).toList());
    copy.things("edition")
        .forEach(
            mine -> {
              JsonNode whole =
                  client.get("/v1/editions/" + mine.path("id").asText()).expect(200).json();
              assertThat(mine.path("version")).isEqualTo(whole.path("version"));
              assertThat(ids(mine.path("articleIds"))).isEqualTo(idsOf(whole.path("articles")));
              assertThat(ids(mine.path("followTargetIds")))
                  .isEqualTo(idsOf(whole.path("followTargets")));
            });
  }

  private static List<String> ids(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private static List<String> idsOf(JsonNode list) {
    return list.valueStream().map(one -> one.path("id").asText()).toList();
  }

  private List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = client.get(path + "?limit=100" + cursor).expect(200).json();
      page.path("items").forEach(items::add);
      cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : null;
    }
    return items;
  }

  private Void follow(SyncCopy copy, Random random) {
    while (working.get() > 0) {
      copy.step(1 + random.nextInt(12));
      if (random.nextInt(60) == 0) {
        copy.restart();
      }
    }
    return null;
  }

  private Void edit(Random random) {
    try {
      for (int i = 0; i < STEPS; i++) {
        step(random);
      }
    } finally {
      working.decrementAndGet();
    }
    return null;
  }

  private void step(Random random) {
    String article = articles.isEmpty() ? null : articles.get(random.nextInt(articles.size()));
    int kind = article == null ? 0 : random.nextInt(8);
    switch (kind) {
      case 0, 1, 2 -> publish(random);
      case 3 -> client.put("/v1/desk/articles/" + article + "/tags/xin-" + random.nextInt(3));
      case 4 -> client.delete("/v1/desk/articles/" + article + "/tags/xin-" + random.nextInt(3));
      case 5 -> rename("/v1/desk/accounts/@" + HANDLES.get(random.nextInt(3)), random);
      case 6 -> rename("/v1/desk/tags/xin-" + random.nextInt(3), random);
      default ->
          client.post("/v1/desk/articles/" + article + "/withdraw", Map.of("class", "error"));
    }
  }

  private void publish(Random random) {
    StringBuilder text = new StringBuilder();
    if (random.nextBoolean()) {
      text.append("扫描二维码\n关注“").append(OUTSIDE.get(random.nextInt(3))).append("”\n\n");
    }
    int first = random.nextInt(9);
    for (int i = first; i < first + 1 + random.nextInt(3); i++) {
      text.append("# 题")
          .append(i)
          .append("\n\n不变。\n\n第")
          .append(random.nextInt(3))
          .append("版。\n\n");
    }
    client
        .importDocument(
            "@" + HANDLES.get(random.nextInt(3)),
            text.toString(),
            true,
            List.of("新" + random.nextInt(3)))
        .json()
        .path("articles")
        .forEach(article -> articles.add(article.path("articleId").asText()));
  }

  /** Sometimes to a name that an outside target has, which the account then takes over. */
  private void rename(String path, Random random) {
    String etag = client.get(path).etag();
    if (etag != null) {
      String name =
          random.nextBoolean() ? OUTSIDE.get(random.nextInt(3)) : "名" + random.nextInt(1_000);
      client.patch(path, Map.of("name", name), etag);
    }
  }
}
