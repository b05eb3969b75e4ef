package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.testing.JsonPath;

@QuarkusTest
class CodePageResourceTest extends DeskPageTest {

  private String target(String account) {
    return tables()
        .texts("select id from follow_target where account_id = cast(? as uuid)", account)
        .get(0);
  }

  private JsonPath placement(String target, String label) {
    String body = "{\"label\": \"" + label + "\", \"medium\": \"print\", \"place\": \"东门\"}";
    return ok(desk().body(body).post("/v1/desk/follow-targets/" + target + "/placements"), 201);
  }

  private String outside() {
    String body = "{\"name\": \"外部号\", \"url\": \"https://example.org/a\"}";
    return ok(desk().body(body).post("/v1/desk/follow-targets"), 201).getString("id");
  }

  @Test
  void targetsAreListedWithTheirActivePlacements() {
    String target = target(account("甲社区"));
    placement(target, "大门");
    outside();

    Document page = page("/desk/codes", "zh");

    assertThat(page.select(".rows .name").eachText()).containsExactlyInAnyOrder("甲社区", "外部号");
    assertThat(page.select(".rows a[href=/desk/codes/" + target + "] .meta").text())
        .isEqualTo("本站账号 2 个在用的二维码");
    assertThat(page.select("form[data-api]").attr("action")).isEqualTo("/v1/desk/follow-targets");
    assertThat(page.select("nav a[aria-current=page]").attr("href")).isEqualTo("/desk/codes");
  }

  @Test
  void aPlacementHasItsFilesAndForms() {
    String target = target(account("甲社区"));
    JsonPath made = placement(target, "大门");
    String path = "/v1/desk/follow-targets/" + target + "/placements/" + made.getString("id");

    Document page = page("/desk/codes/" + target, "en");
    Element shown = page.select(".placements > li").first();

    assertThat(shown.select("h3").text()).isEqualTo("大门");
    assertThat(shown.select("a[download]").eachAttr("href"))
        .containsExactly(
            path + "/qr.png?size=1200",
            path + "/qr.svg",
            path + "/poster.png",
            path + "/poster.svg",
            path + "/poster.pdf",
            path + "/sheet.pdf")
        .allSatisfy(href -> assertThat(desk().get(href).statusCode()).isEqualTo(200));
    assertThat(shown.select("form").eachAttr("action")).containsExactly(path, path + "/end", path);
    assertThat(shown.select("form[data-method=PATCH]").attr("data-etag")).isEqualTo("\"v1\"");
    assertThat(page.select(".placements > li h3").eachText()).containsExactly("大门", "Default code");
  }

  @Test
  void anEndedPlacementIsNotPrinted() {
    String target = target(account("甲社区"));
    String id = placement(target, "大门").getString("id");
    String print = "/desk/codes/" + target + "/placements/" + id + "/print";

    Document preview = page(print, "zh");
    assertThat(preview.select(".poster img").attr("src")).endsWith(id + "/poster.svg");
    assertThat(preview.select("button#print").text()).isEqualTo("打印");

    ok(desk().post("/v1/desk/follow-targets/" + target + "/placements/" + id + "/end"), 200);
    Element ended = page("/desk/codes/" + target, "zh").select(".placements > li").first();
    assertThat(ended.select(".meta").text()).startsWith("已结束");
    assertThat(ended.select("a[download]")).isEmpty();
    assertThat(open(adminKey(), print, "zh").statusCode()).isEqualTo(410);
  }

  @Test
  void aKeySeesItsAccountsOnlyAndReadersHaveNoForms() {
    String mine = account("甲社区");
    String other = target(account("乙社区"));
    String key = key(Set.of(Scopes.CONTENT_READ), mine);
    String outside = outside();

    assertThat(page(key, "/desk/codes/" + target(mine), "zh").select("form[data-api]")).isEmpty();
    assertThat(page(key, "/desk/codes/" + outside, "zh").select("form[data-api]")).isEmpty();
    assertThat(page(key, "/desk/codes/" + other, "zh").select(".placements > li")).isEmpty();
    assertThat(page("/desk/codes/" + outside, "zh").select("#url").attr("value"))
        .isEqualTo("https://example.org/a");
    assertThat(open(key(Set.of(Scopes.KEYS)), "/desk/codes", "zh").statusCode()).isEqualTo(403);
  }
}
