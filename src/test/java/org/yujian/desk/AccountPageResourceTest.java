package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;

@QuarkusTest
class AccountPageResourceTest extends DeskPageTest {

  @Test
  void withoutAccountsTheFormIsOpen() {
    Document page = page("/desk/accounts", "zh");

    assertThat(page.select("h1").text()).isEqualTo("账号");
    assertThat(page.select(".intro").text()).isEqualTo("没有账号。");
    assertThat(page.select("details[open] form").attr("action")).isEqualTo("/v1/desk/accounts");
    assertThat(page.select("details[open] form").attr("data-then"))
        .isEqualTo("/desk/accounts/{id}");
  }

  @Test
  void accountsAreListedWithTheirState() {
    account("甲社区");
    String ended = account("乙社区");
    close(ended);

    Document page = page("/desk/accounts", "en");

    assertThat(page.select(".rows .name").eachText()).containsExactly("甲社区", "乙社区");
    assertThat(page.select(".rows .meta").eachText())
        .containsExactly("@jia-she-qu Public", "@yi-she-qu Closed");
  }

  @Test
  void anAccountShowsItsSettingsAndItsCodeToFollow() {
    String id = account("甲社区");
    String path = "/v1/desk/accounts/" + id;
    ok(
        desk()
            .header("If-Match", desk().get(path).header("ETag"))
            .body(Map.of("intro", "社区的<通知>", "registration", "备案一号"))
            .patch(path),
        200);

    Document page = page("/desk/accounts/" + id, "zh");

    assertThat(page.select("#name").val()).isEqualTo("甲社区");
    assertThat(page.select("#intro").text()).isEqualTo("社区的<通知>");
    assertThat(page.select("#registration").val()).isEqualTo("备案一号");
    assertThat(page.select("form[data-api]").eachAttr("data-etag"))
        .hasSize(3)
        .containsOnly(desk().get(path).header("ETag"));
    assertThat(anyone().get(page.select("img.qr").attr("src")).statusCode()).isEqualTo(200);
    String follow = page.select("a:contains(打开关注页)").attr("href");
    assertThat(anyone().accept("text/html").get(follow).statusCode()).isEqualTo(200);
  }

  @Test
  void theStagesOfItsReviewAreLinesUnlessTheyNamePeople() {
    String id = account("甲社区");
    String path = "/v1/desk/accounts/" + id;
    review(path, Map.of("name", "初审"), Map.of("name", "终审"));
    Document page = page("/desk/accounts/" + id, "zh");
    assertThat(page.select("#stages").val()).isEqualTo("初审\n终审");
    assertThat(page.select("input[name=review]").val()).isEmpty();

    review(path, Map.of("name", "初审", "signers", List.of("person:王")));
    page = page("/desk/accounts/" + id, "zh");
    assertThat(page.select("#stages")).isEmpty();
    assertThat(page.select("main").text()).contains("请通过接口修改");
  }

  private void review(String path, Map<?, ?>... stages) {
    ok(
        desk()
            .header("If-Match", desk().get(path).header("ETag"))
            .body(Map.of("review", Map.of("stages", List.of(stages))))
            .patch(path),
        200);
  }

  @Test
  void aClosedAccountHasNoForms() {
    String id = account("甲社区");
    close(id);

    Document page = page("/desk/accounts/" + id, "zh");

    assertThat(page.select("#main form, img.qr")).isEmpty();
    assertThat(page.select("h1 + .meta .state").text()).isEqualTo("已关闭");
    assertThat(page.select("#main .intro").text()).contains("关闭");
  }

  @Test
  void aKeySeesItsAccountsOnlyAndChangesThemOnlyAsAdministrator() {
    String mine = account("甲社区");
    String other = account("乙社区");
    String limited = key(Set.of(Scopes.CONTENT_READ), mine);

    Document list = page(limited, "/desk/accounts", "zh");
    assertThat(list.select(".rows .name").eachText()).containsExactly("甲社区");
    assertThat(list.select("#main form")).isEmpty();
    assertThat(page(limited, "/desk/accounts/" + mine, "zh").select("#main form")).isEmpty();
    assertThat(status(limited, "/desk/accounts/" + other)).isEqualTo(404);
    String limitedAdmin = key(Set.of(Scopes.CONTENT_READ, Scopes.ADMIN), mine);
    assertThat(page(limitedAdmin, "/desk/accounts", "zh").select("#main form")).isEmpty();
    assertThat(page(limitedAdmin, "/desk/accounts/" + mine, "zh").select("#account")).hasSize(1);
    assertThat(status(key(Set.of(Scopes.AUDIT)), "/desk/accounts")).isEqualTo(403);
    assertThat(status(key(Set.of(Scopes.AUDIT)), "/desk/accounts/" + mine)).isEqualTo(403);
  }

  private void close(String id) {
    String path = "/v1/desk/accounts/" + id;
    ok(
        desk()
            .header("If-Match", desk().get(path).header("ETag"))
            .body(Map.of())
            .post(path + "/close"),
        200);
  }
}
