package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;

/** What changes while the index is whole is in it after the next step, and nothing else is. */
@QuarkusTest
class IndexFollowingTest extends IndexFeedTests {
  private WatchedIndex engine;
  private IndexFeed feed;

  @BeforeEach
  void begin() {
    engine = engine(folder("following"));
    feed = feed(engine);
    run(feed);
  }

  @Test
  void publishedCorrectedAndWithdrawn() {
    String article = publish("社区花园", "居民讨论了方案。");
    assertThat(found(run(feed), "花园")).containsExactly(article);
    assertThat(found(run(feed), "讨论了方")).containsExactly(article);
    String patch = "{\"html\": \"<p>居民改了主意。</p>\"}";
    ok(desk().header("If-Match", etag(path(article))).body(patch).patch(path(article)), 200);
    assertThat(found(run(feed), "主意")).isEmpty();
    ok(
        desk()
            .header("If-Match", etag(path(article)))
            .body(Map.of("class", "fact", "note", "方案有误。"))
            .post(path(article) + "/corrections"),
        200);
    IndexGeneration index = run(feed);
    assertThat(found(index, "主意")).containsExactly(article);
    assertThat(found(index, "方案")).isEmpty();
    assertThat(index.size()).isEqualTo(1);
    withdraw(article);
    assertThat(run(feed).size()).isZero();
    ok(
        desk()
            .header("If-Match", etag(path(article)))
            .body(Map.of())
            .post(path(article) + "/republish"),
        200);
    assertThat(found(run(feed), "主意")).containsExactly(article);
  }

  @Test
  void tagsOfAnArticleAreAScopeWhateverTheirNames() {
    String article = publish("甲", "正文。");
    publish("乙", "正文。");
    String tag = tag("x");
    ok(desk().put(path(article) + "/tags/x"), 200);
    ArticleScope scope =
        scope(null, tables().texts("select id from tag where slug = ?", tag).get(0));
    assertThat(found(run(feed), scope, "正文")).containsExactly(article);
    ok(
        desk()
            .contentType("application/merge-patch+json")
            .header("If-Match", etag("/v1/desk/tags/x"))
            .body("{\"name\": \"别名\"}")
            .patch("/v1/desk/tags/x"),
        200);
    assertThat(found(run(feed), scope, "正文")).containsExactly(article);
    ok(desk().delete(path(article) + "/tags/x"), 200);
    assertThat(found(run(feed), scope, "正文")).isEmpty();
  }

  private static ArticleScope scope(String account, String tag) {
    return new ArticleScope(
        account == null ? null : UUID.fromString(account),
        tag == null ? null : UUID.fromString(tag),
        Long.MIN_VALUE,
        Long.MAX_VALUE);
  }

  @Test
  void anAccountThatIsClosedTakesItsArticlesAlong() {
    String article = publish("甲", "正文。");
    String account = read("/v1/articles/" + article).getString("accountId");
    assertThat(found(run(feed), scope(account, null), "正文")).containsExactly(article);
    String path = "/v1/desk/accounts/" + account;
    ok(desk().header("If-Match", etag(path)).body(Map.of()).post(path + "/close"), 200);
    assertThat(run(feed).size()).isZero();
  }

  @Test
  void purgedWordsLeaveTheIndex() {
    String article = publish("甲", "这里有龘字。");
    publish("乙", "正文。");
    run(feed);
    withdraw(article);
    IndexGeneration index = run(feed);
    feed.expunge();
    assertThat(engine.expunged).isZero();
    ok(desk().post(path(article) + "/purge"), 200);
    feed.expunge();
    assertThat(engine.expunged).isEqualTo(1);
    Clause word = new Clause.Contains(IndexField.TEXT, "龘");
    assertThat(index.frequencies(List.of(word))).containsExactly(0L);
    feed.expunge();
    assertThat(engine.expunged).isEqualTo(1);
    // The next process knows that it is done.
    feed.reopen();
    run(feed);
    feed.expunge();
    assertThat(engine.expunged).isEqualTo(1);
  }

  @Test
  void whatDoesNotConcernArticlesWritesNothing() {
    publish("甲", "正文。");
    run(feed);
    int written = engine.batches.size();
    tag("x");
    account("别人");
    run(feed);
    assertThat(engine.batches).hasSize(written);
    assertThat(feed.applied().seq()).isEqualTo(lastRow());
  }

  private long lastRow() {
    return tables().number("select max(seq) from change");
  }

  @Test
  void manyChangesTakeSeveralPortions() {
    String text = "长".repeat(LiveTexts.BYTES / 5);
    StringBuilder document = new StringBuilder(SearchFixtures.FOLLOW);
    for (int i = 0; i < 4; i++) {
      document.append("# 长文").append(i).append("\n\n").append(text).append("\n\n");
    }
    editor().publish(document.toString());
    assertThat(run(feed).size()).isEqualTo(4);
    assertThat(engine.batches).containsExactly(1, 1, 1, 1);
    for (int i = 0; i < LiveTexts.ROWS + 5; i++) {
      tag("t" + i);
    }
    String article = publish("短文", "末尾。");
    assertThat(found(run(feed), "末尾")).containsExactly(article);
  }
}
