package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yujian.search.SearchFixtures;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;

/** What an editor finds, in which copies, and where it stands there. */
@QuarkusTest
class DeskSearchTest extends DeskTest {

  private static final int EDITIONS = 9;

  /** Names the account that publishes. */
  private static final String FOLLOW = "扫描二维码 关注“测试号”\n\n";

  private static String path(String q) {
    return "/v1/desk/search?q=" + SearchFixtures.encoded(q);
  }

  private String publish(String title, String paragraph) {
    return new Desk(adminKey())
        .publish(FOLLOW + "# " + title + "\n\n" + paragraph + "\n")
        .getString("articles[0].articleId");
  }

  private static Map<String, Object> body(String block, int start, int end) {
    return Map.of("field", "body", "blockId", block, "start", start, "end", end);
  }

  @Test
  void anEditorFindsDraftsAndWhatWasTakenBack() {
    String account = account("编辑部");
    String body =
        "{\"accountId\": \""
            + account
            + "\", \"articles\": [{\"title\": \"未定稿\", \"html\": \"<p>關於夏令營</p>\"}]}";
    ok(desk().body(body).post("/v1/desk/editions"), 201);
    String live = publish("夏令营开营", "孩子们来了。");
    JsonPath found = deskRead(path("夏令营"));
    assertThat(found.getList("items.article.title")).containsExactlyInAnyOrder("未定稿", "夏令营开营");
    assertThat(found.getList("items.find { it.article.id == '" + live + "' }.copies"))
        .containsExactly("live");
    new Desk(adminKey()).withdraw(live, "other", "结束");
    found = deskRead(path("夏令营") + "&copy=withdrawn");
    assertThat(found.getList("items.article.id")).containsExactly(live);
    assertThat(found.getList("items[0].highlights.copy")).containsExactly("withdrawn");
    assertThat(found.getList("items[0].highlights[0].highlights"))
        .containsExactly(Map.of("field", "title", "start", 0, "end", 3));
    assertThat(read("/v1/search?q=" + SearchFixtures.encoded("夏令营")).getList("items")).isEmpty();
    String elsewhere = key(Set.of("content:read"), account("别的账号"));
    assertThat(ok(desk(elsewhere).get(path("夏令营")), 200).getList("items")).isEmpty();
    problem(desk(elsewhere).get(path("夏令营") + "&account=" + account), 404, "account-not-found");
  }

  @Test
  void eachCopyShowsWhereTheWordsStandInIt() {
    String article = publish("阅读季", "周末在图书馆读书。");
    String path = "/v1/desk/articles/" + article;
    String liveBlock = read("/v1/articles/" + article + "?body=blocks").getString("blocks[0].id");
    ok(
        desk()
            .header("If-Match", desk().get(path).header("ETag"))
            .body(Map.of("html", "<p>先到社区。</p><p>再到圖書館，圖書館免费。</p>"))
            .patch(path),
        200);
    String draftBlock = deskRead(path).getString("draft.blocks[1].id");
    JsonPath found = deskRead(path("图书馆"));
    assertThat(found.getList("items.article.id")).containsExactly(article);
    assertThat(found.getList("items[0].copies")).containsExactly("live", "draft");
    assertThat(found.getList("items[0].highlights"))
        .isEqualTo(
            List.of(
                Map.of(
                    "copy",
                    "live",
                    "highlights",
                    List.of(body(liveBlock, 3, 6)),
                    "snippet",
                    Map.of("blockId", liveBlock, "offset", 0, "text", "周末在图书馆读书。")),
                Map.of(
                    "copy",
                    "draft",
                    "highlights",
                    List.of(body(draftBlock, 2, 5), body(draftBlock, 6, 9)),
                    "snippet",
                    Map.of("blockId", draftBlock, "offset", 0, "text", "再到圖書館，圖書館免费。"))));
    assertThat(deskRead(path("社区")).getList("items[0].highlights.copy")).containsExactly("draft");
  }

  /** Also while others ask the same. */
  @Test
  void everybodyFindsWhatWasWrittenBefore() throws Exception {
    String account = account("很多草稿");
    for (int edition = 0; edition < EDITIONS; edition++) {
      List<Map<String, String>> articles =
          Collections.nCopies(8, Map.of("title", "草稿", "html", "<p>關於露營</p>"));
      ok(
          desk().body(Map.of("accountId", account, "articles", articles)).post("/v1/desk/editions"),
          201);
    }
    for (int round = 0; round < 5; round++) {
      List<Callable<Integer>> askers =
          Collections.nCopies(4, () -> deskRead(path("露营") + "&limit=100").getList("items").size());
      assertThat(Together.run(askers)).containsOnly(EDITIONS * 8);
    }
  }

  private String draft(String account, String title) {
    List<Map<String, String>> articles = List.of(Map.of("title", title, "html", "<p>正文</p>"));
    Map<String, Object> edition = Map.of("accountId", account, "articles", articles);
    return ok(desk().body(edition).post("/v1/desk/editions"), 201).getString("articles[0].id");
  }

  /** Drafts by when they were made, all others by their place in the feed; both ways. */
  @Test
  void pagesOfAllCopiesAreNewestFirst() {
    String account = account("两条路");
    List<String> newest = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String article = i % 3 == 0 ? draft(account, "关于露营" + i) : publish("消息" + i, "露营的人。");
      if (i % 3 == 2) {
        new Desk(adminKey()).withdraw(article, "other", "结束");
      }
      newest.add(0, article);
    }
    for (int limit : new int[] {1, 2, 4, 9}) {
      List<String> down = new ArrayList<>();
      JsonPath page = deskRead(path("露营") + "&limit=" + limit);
      down.addAll(page.getList("items.article.id"));
      while (page.getString("next") != null) {
        page = deskRead(path("露营") + "&limit=" + limit + "&cursor=" + page.getString("next"));
        down.addAll(page.getList("items.article.id"));
      }
      assertThat(down).as("limit %d", limit).isEqualTo(newest);
      List<String> up = new ArrayList<>(page.getList("items.article.id"));
      while (up.size() < newest.size()) {
        page = deskRead(path("露营") + "&limit=" + limit + "&cursor=" + page.getString("prev"));
        assertThat(page.getList("items")).isNotEmpty();
        up.addAll(0, page.getList("items.article.id"));
      }
      assertThat(up).as("limit %d", limit).isEqualTo(newest);
      page = deskRead(path("露营") + "&limit=" + limit + "&cursor=" + page.getString("prev"));
      assertThat(page.getList("items")).isEmpty();
    }
  }

  /** More drafts than one page reads: the page ends early, and the next one goes on. */
  @Test
  void aPageReadsNoMoreDraftsThanItMayAndHidesNone() {
    String account = account("很多草稿");
    int editions = DeskScan.MOST / 8 + 2;
    for (int edition = 0; edition < editions; edition++) {
      List<Map<String, String>> articles =
          Collections.nCopies(8, Map.of("title", edition == 0 ? "露营" : "别的", "html", "<p>正文</p>"));
      ok(
          desk().body(Map.of("accountId", account, "articles", articles)).post("/v1/desk/editions"),
          201);
    }
    JsonPath first = deskRead(path("露营") + "&copy=draft");
    assertThat(first.getList("items")).isEmpty();
    JsonPath second = deskRead(path("露营") + "&copy=draft&cursor=" + first.getString("next"));
    assertThat(second.getList("items")).hasSize(8);
    assertThat(second.getString("next")).isNull();
    JsonPath back = deskRead(path("露营") + "&copy=draft&cursor=" + first.getString("prev"));
    assertThat(back.getList("items")).isEmpty();
  }
}
