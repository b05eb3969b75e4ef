package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.shared.html.PageLanguage;
import org.yujian.testing.JsonPath;

@QuarkusTest
class CodePageResourceTest extends DeskPageTest {
  private static final DeskFrame FRAME = new DeskFrame(PageLanguage.ZH, "test", "codes");

  @Inject CodePages codes;

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
  void aPlacementHasItsForms() {
    String target = target(account("甲社区"));
    String path = path(target, placement(target, "大门").getString("id"));

    Document page = page("/desk/codes/" + target, "en");
    Element shown = page.select(".placements > li").first();

    assertThat(shown.select("h3").text()).isEqualTo("大门");
    assertThat(shown.select("form").eachAttr("action")).containsExactly(path, path + "/end", path);
    assertThat(shown.select("form[data-method=PATCH]").attr("data-etag")).isEqualTo("\"v1\"");
    assertThat(page.select(".placements > li h3").eachText()).containsExactly("大门", "Default code");
  }

  /** The tests' server has none. */
  @Test
  void withoutPublicAddressNothingIsPrinted() {
    String target = target(account("甲社区"));
    String id = placement(target, "大门").getString("id");

    Document page = page("/desk/codes/" + target, "zh");

    assertThat(page.select("main .warning").text()).contains("yujian.public-url");
    assertThat(page.select("a[download]")).isEmpty();
    String print = "/desk/codes/" + target + "/placements/" + id + "/print";
    assertThat(open(adminKey(), print, "zh").statusCode()).isEqualTo(409);
  }

  @Test
  void anActivePlacementHasFilesAndAPreview() {
    String target = target(account("甲社区"));
    String id = placement(target, "大门").getString("id");
    String ended = placement(target, "后门").getString("id");
    ok(desk().post(path(target, ended) + "/end"), 200);

    CodePages.Target read = codes.read(UUID.fromString(target), null, Caller.program("test"));
    Element list = printable(read);

    assertThat(list.child(0).select(".meta").text()).startsWith("已结束");
    assertThat(list.child(0).select("a[download]")).isEmpty();
    assertThat(list.child(1).select("a[download]").eachAttr("href"))
        .containsExactly(
            path(target, id) + "/qr.png?size=1200",
            path(target, id) + "/qr.svg",
            path(target, id) + "/poster.png",
            path(target, id) + "/poster.svg",
            path(target, id) + "/poster.pdf",
            path(target, id) + "/sheet.pdf");
    assertThat(list.child(1).select("a.button").attr("href"))
        .isEqualTo("/desk/codes/" + target + "/placements/" + id + "/print");
    Document preview =
        Jsoup.parse(
            CodePageResource.Templates.print(read.view(), read.placements().get(1).view(), FRAME)
                .setLocale("zh")
                .render());
    assertThat(preview.select(".poster img").attr("src"))
        .isEqualTo(path(target, id) + "/poster.svg");
    assertThat(preview.select("button#print").text()).isEqualTo("打印");
  }

  /** The list of placements as a server with a public address shows it. */
  private static Element printable(CodePages.Target read) {
    CodePages.Target printable =
        new CodePages.Target(
            read.view(), read.etag(), read.placements(), read.links(), true, true, true);
    String page = CodePageResource.Templates.target(printable, FRAME).setLocale("zh").render();
    return Jsoup.parse(page).select(".placements").first();
  }

  private static String path(String target, String placement) {
    return "/v1/desk/follow-targets/" + target + "/placements/" + placement;
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
