package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.edition.DraftTest;
import org.yujian.testing.JsonPath;

/** Where drafts stand and how editors find them. */
@QuarkusTest
class DraftPlacesTest extends DraftTest {

  @Test
  void whatWasPublishedStays() {
    String edition = deskRead(ARTICLES + "/" + live).getString("editionId");
    problem(delete(EDITIONS + "/" + edition), 409, "edition-was-published");
    problem(
        desk().body(article("新")).post(EDITIONS + "/" + edition + "/articles"),
        409,
        "edition-closed");
    problem(
        patch(EDITIONS + "/" + edition, Map.of("followTargetIds", List.of())),
        409,
        "edition-closed");
    JsonPath made = edition(article("一"));
    problem(
        move(made.getString("articles[0].id"), Map.of("editionId", edition)),
        409,
        "edition-closed");
    Map<String, Object> why = Map.of("class", "error");
    ok(desk().body(why).post(ARTICLES + "/" + live + "/withdraw"), 200);
    JsonPath again = ok(patch(ARTICLES + "/" + live, Map.of("title", "改")), 200);
    assertThat(again.getString("draft.title")).isEqualTo("改");
  }

  @Test
  void aScheduledEditionIsFrozen() {
    JsonPath made = edition(article("一"), article("二"));
    String id = made.getString("id");
    String first = made.getString("articles[0].id");
    tables()
        .run(
            "update edition set state = 'scheduled', scheduled_at = now() + interval '1 day', due_at = now() + interval '1 day' where id = '"
                + id
                + "'");
    String path = EDITIONS + "/" + id;
    problem(patch(path, Map.of("followTargetIds", List.of())), 409, "edition-scheduled");
    problem(delete(path), 409, "edition-scheduled");
    problem(desk().body(article("三")).post(path + "/articles"), 409, "edition-scheduled");
    problem(patch(ARTICLES + "/" + first, Map.of("title", "x")), 409, "edition-scheduled");
    problem(delete(ARTICLES + "/" + first), 409, "edition-scheduled");
    String other = edition(article("三")).getString("id");
    problem(move(first, Map.of("editionId", other)), 409, "edition-scheduled");
    assertThat(titles(id)).containsExactly("一", "二");
  }

  @Test
  void articlesMoveAndAnEditionIsNeverEmpty() {
    JsonPath one = edition(article("一"), article("二"), article("三"));
    String id = one.getString("id");
    List<String> ids = one.getList("articles.id", String.class);
    ok(
        patch(
            EDITIONS + "/" + id, Map.of("articleIds", List.of(ids.get(2), ids.get(0), ids.get(1)))),
        200);
    assertThat(titles(id)).containsExactly("三", "一", "二");
    JsonPath wrong =
        problem(
            patch(EDITIONS + "/" + id, Map.of("articleIds", List.of(ids.get(0)))),
            422,
            "invalid-body");
    assertThat(wrong.getList("errors.pointer")).containsExactly("/articleIds");
    String other = edition(article("四")).getString("id");
    String before = etag(EDITIONS + "/" + id) + etag(EDITIONS + "/" + other);
    assertThat(
            ok(move(ids.get(0), Map.of("editionId", other, "position", 1)), 200)
                .getBoolean("editionDeleted"))
        .isFalse();
    assertThat(titles(id)).containsExactly("三", "二");
    assertThat(titles(other)).containsExactly("一", "四");
    assertThat(etag(EDITIONS + "/" + id))
        .isNotEqualTo(before.substring(0, before.indexOf("\"v", 1)));
    ok(move(ids.get(1), Map.of("editionId", id, "position", 1)), 200);
    assertThat(titles(id)).containsExactly("二", "三");
    ok(delete(ARTICLES + "/" + ids.get(1)), 200);
    assertThat(ok(move(ids.get(2), Map.of("editionId", other)), 200).getBoolean("editionDeleted"))
        .isTrue();
    problem(desk().get(EDITIONS + "/" + id), 404, "edition-not-found");
    for (int i = 0; i < 5; i++) {
      ok(desk().body(article("多" + i)).post(EDITIONS + "/" + other + "/articles"), 201);
    }
    problem(
        desk().body(article("九")).post(EDITIONS + "/" + other + "/articles"), 409, "edition-full");
    String foreign = account("别处");
    Map<String, Object> body = Map.of("accountId", foreign, "articles", List.of(article("外")));
    String elsewhere = ok(desk().body(body).post(EDITIONS), 201).getString("id");
    problem(move(ids.get(0), Map.of("editionId", elsewhere)), 409, "other-account");
  }

  @Test
  void editorsFindArticlesByTitleTagAndState() {
    tag("x");
    edition(Map.of("title", "社区食堂开张", "tags", List.of("x")), Map.of("title", "Food 100%_"));
    ok(patch(ARTICLES + "/" + live, Map.of("title", "食堂更正")), 200);
    assertThat(found("?q=食堂")).containsExactlyInAnyOrder("社区食堂开张", "甲");
    assertThat(found("?q=food")).containsExactly("Food 100%_");
    assertThat(found("?q=0%25_")).containsExactly("Food 100%_");
    assertThat(found("?q=甲")).containsExactly("甲");
    assertThat(found("?q=没有")).isEmpty();
    assertThat(found("?tag=x")).containsExactly("社区食堂开张");
    assertThat(found("?tag=x&q=食堂&state=draft&account=" + account)).containsExactly("社区食堂开张");
    assertThat(found("?state=published")).containsExactly("乙", "甲");
    assertThat(found("?state=withdrawn")).isEmpty();
    assertThat(found("")).containsExactly("Food 100%_", "社区食堂开张", "乙", "甲");
    JsonPath page = deskRead(ARTICLES + "?limit=3");
    assertThat(page.getList("items.title")).hasSize(3);
    assertThat(
            deskRead(ARTICLES + "?limit=3&cursor=" + page.getString("next")).getList("items.title"))
        .containsExactly("甲");
    JsonPath one = deskRead(ARTICLES + "?q=更正");
    assertThat(one.getInt("items[0].live.rev")).isEqualTo(1);
    assertThat(one.getList("items[0].draft.fields")).containsExactly("title");
    problem(desk().get(ARTICLES + "?q=" + "x".repeat(65)), 400, "invalid-parameter");
    String limited = key(Set.of(Scopes.CONTENT_READ), account("别处"));
    assertThat(ok(desk(limited).get(ARTICLES + "?q=食堂"), 200).getList("items")).isEmpty();
  }

  private List<String> found(String query) {
    return deskRead(ARTICLES + query).getList("items.title", String.class);
  }
}
