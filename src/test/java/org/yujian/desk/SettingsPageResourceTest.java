package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.testing.JsonPath;

@QuarkusTest
class SettingsPageResourceTest extends DeskPageTest {
  private static final String KEYS = "/desk/settings/keys";

  private JsonPath made(String label, Object more) {
    Map<String, Object> body =
        Map.of("label", label, "scopes", List.of("content:read"), "accounts", more);
    return ok(desk().body(body).post("/v1/desk/keys"), 201);
  }

  @Test
  void aCallerSeesTheSectionsOfItsScopes() {
    assertThat(page("/desk/settings", "zh").select(".rows .name").eachText())
        .containsExactly("密钥", "Webhook", "操作记录", "同义词");
    String auditor = key(Set.of(Scopes.AUDIT));
    assertThat(page(auditor, "/desk/settings", "en").select(".rows a").eachAttr("href"))
        .containsExactly("/desk/settings/audit");
    String reader = key(Set.of(Scopes.CONTENT_READ));
    assertThat(page(reader, "/desk/settings", "en").select("main .intro").text())
        .startsWith("Your key has no right");
    for (String path : List.of(KEYS, "/desk/settings/webhooks", "/desk/settings/audit")) {
      assertThat(open(reader, path, "zh").statusCode()).as(path).isEqualTo(403);
    }
    assertThat(anyone().redirects().follow(false).get("/desk/settings").statusCode())
        .isEqualTo(303);
  }

  @Test
  void keysAreListedWithTheirLimitsAndWithoutSecrets() {
    String account = account("甲社区");
    JsonPath made = made("海报程序", List.of(account));

    Document page = page(KEYS, "zh");

    assertThat(page.select(".rows > li").first().text())
        .isEqualTo("海报程序 " + made.getString("key.prefix") + "… 有效 查看内容 甲社区");
    assertThat(page.select("input[name=scopes]").eachAttr("value"))
        .containsExactlyElementsOf(Scopes.ALL);
    assertThat(page.outerHtml()).doesNotContain(made.getString("secret"));
    assertThat(page.select("dialog#secret input[readonly]")).hasSize(1);
  }

  @Test
  void aRevokedKeyHasNoForms() {
    String id = made("旧程序", List.of(account("甲社区"))).getString("key.id");
    assertThat(page(KEYS + "/" + id, "zh").select("main form").eachAttr("action"))
        .containsExactly("/v1/desk/keys/" + id + "/rotate", "/v1/desk/keys/" + id + "/revoke");

    ok(desk().post("/v1/desk/keys/" + id + "/revoke"), 200);

    Document page = page(KEYS + "/" + id, "zh");
    assertThat(page.select("main form")).isEmpty();
    assertThat(page.select("main .state").text()).isEqualTo("已吊销");
  }

  @Test
  void aLimitedKeyOffersAndSeesItsOwnRightsOnly() {
    String mine = account("甲社区");
    String other = made("别人", List.of(account("乙社区"))).getString("key.id");
    String key = key(Set.of(Scopes.KEYS, Scopes.CONTENT_READ), mine);

    Document page = page(key, KEYS, "zh");

    assertThat(page.select("input[name=scopes]").eachAttr("value"))
        .containsExactly(Scopes.CONTENT_READ, Scopes.KEYS);
    assertThat(page.select("input[name=accounts]").eachAttr("value")).containsExactly(mine);
    assertThat(page.select(".rows > li")).hasSize(1);
    assertThat(page.select(".rows > li").text()).contains("当前使用");
    assertThat(open(key, KEYS + "/" + other, "zh").statusCode()).isEqualTo(404);
  }
}
