package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yujian.editing.DeskSearchRepository.Copies;
import org.yujian.search.Question;
import org.yujian.search.SearchFixtures;
import org.yujian.search.Term;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;

/** What an editor finds, in which copies, and where it stands there. */
@QuarkusTest
class DeskSearchTest extends DeskTest {

  private static final int EDITIONS = 9;

  @Inject DeskSearchRepository repository;

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

  /** Also while others ask the same, and fold what was written in their turn. */
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
      // Whatever is written is to be folded anew.
      tables().run("update article_draft set title = title");
      List<Callable<Integer>> askers =
          Collections.nCopies(4, () -> deskRead(path("露营") + "&limit=100").getList("items").size());
      assertThat(Together.run(askers)).containsOnly(EDITIONS * 8);
    }
  }

  /** Looking through the next articles finds the beginning of what the index finds. */
  @Test
  void withoutTheIndexTheSameIsFoundInTheSameOrder() {
    String account = account("两条路");
    for (int i = 0; i < 12; i++) {
      String title = i % 3 == 0 ? "关于露营" : "关于别的";
      String body =
          String.format(
              Locale.ROOT,
              "{\"accountId\": \"%s\", \"articles\": [{\"title\": \"%s\", \"html\":"
                  + " \"<p>第%d篇</p>\"}]}",
              account,
              title,
              i);
      ok(desk().body(body).post("/v1/desk/editions"), 201);
      publish(title + i, i % 2 == 0 ? "露营的人。" : "没有。");
    }
    // Folds the drafts.
    deskRead(path("露营"));
    List<Term> terms = Question.terms("露营");
    for (int limit : new int[] {1, 3, 5}) {
      PageRequest page = PageRequest.of(limit, null, "test", PageKey.Named.class);
      while (page != null) {
        ItemPage<Copies> found = same(terms, page);
        same(terms, PageRequest.of(limit, found.prev(), "test", PageKey.Named.class));
        page =
            found.next() == null
                ? null
                : PageRequest.of(limit, found.next(), "test", PageKey.Named.class);
      }
    }
  }

  private ItemPage<Copies> same(List<Term> terms, PageRequest page) {
    List<Copies> all =
        QuarkusTransaction.requiringNew().call(() -> repository.page(terms, null, null, page));
    int least = 0;
    for (int window = 1; window <= 30; window++) {
      int now = window;
      List<Copies> some =
          QuarkusTransaction.requiringNew()
              .call(() -> repository.beginning(terms, null, null, page, now));
      assertThat(all.subList(0, some.size())).as("%s, %d", page, window).isEqualTo(some);
      assertThat(some).hasSizeGreaterThanOrEqualTo(least);
      least = some.size();
    }
    // More than there are: to the end.
    assertThat(least).isEqualTo(all.size());
    return ItemPage.of(page, all, Copies::key);
  }
}
