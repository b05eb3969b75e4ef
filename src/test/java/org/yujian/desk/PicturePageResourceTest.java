package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.JsonPath;

@QuarkusTest
class PicturePageResourceTest extends DeskPageTest {

  private String mine;
  private String other;

  @BeforeEach
  void twoAccounts() {
    mine = account("甲社区");
    other = account("乙社区");
  }

  private JsonPath added(String account, int seed, String alt) {
    Response answer =
        desk()
            .contentType("image/png")
            .queryParam("account", account)
            .queryParam("alt", alt)
            .body(DrawnPicture.png(800, 600, seed))
            .post("/v1/desk/media/raw");
    return ok(answer, 201);
  }

  private String articleWith(JsonPath cover) {
    Map<String, Object> article =
        Map.of("title", "灯会", "cover", Map.of("url", cover.getString("picture.url")));
    return ok(
            desk()
                .body(Map.of("accountId", mine, "articles", List.of(article)))
                .post("/v1/desk/editions"),
            201)
        .getString("articles[0].id");
  }

  @Test
  void theLibraryListsPicturesLatestFirstAndFiltersThem() {
    JsonPath used = added(mine, 1, "灯会");
    added(mine, 2, "");
    added(other, 3, "河边");
    articleWith(used);

    Document all = page("/desk/pictures", "zh");
    assertThat(all.select(".grid .name").eachText()).containsExactly("河边", "没有图片说明", "灯会");
    assertThat(all.select(".grid .meta").eachText()).containsExactly("乙社区", "甲社区", "甲社区");
    assertThat(all.select(".grid img").first().attr("src")).contains("square-50x50-320.jpg");
    assertThat(all.select("nav a[aria-current]").eachText()).containsExactly("图片", "全部");

    assertThat(page("/desk/pictures?used=true", "zh").select(".grid .name").eachText())
        .containsExactly("灯会");
    Document unused = page("/desk/pictures?used=false&account=" + mine, "en");
    assertThat(unused.select(".grid .name").eachText()).containsExactly("No description");
    assertThat(unused.select(".filters a[aria-current]").text()).isEqualTo("Unused");
    assertThat(unused.select(".pick option[selected]").text()).isEqualTo("甲社区");
    assertThat(unused.select(".filters a").first().attr("href"))
        .isEqualTo("/desk/pictures?account=" + mine);
  }

  @Test
  void longLibrariesHavePages() {
    for (int seed = 1; seed <= 21; seed++) {
      added(mine, seed, "图" + seed);
    }

    Document first = page("/desk/pictures?account=" + mine, "zh");
    assertThat(first.select(".grid .name")).hasSize(20);
    Document second = page(first.select("a[rel=next]").attr("href"), "zh");

    assertThat(second.select(".grid .name").eachText()).containsExactly("图1");
    assertThat(second.select(".pages a").eachAttr("href"))
        .containsExactly("/desk/pictures?account=" + mine);
  }

  @Test
  void aPictureShowsItsTextsItsFocalPointAndItsUses() {
    JsonPath added = added(mine, 1, "灯会");
    String path = "/v1/desk/media/" + added.getString("id");
    ok(
        desk()
            .header("If-Match", desk().get(path).header("ETag"))
            .body(Map.of("focal", List.of(0.3, 0.8), "caption", "三月", "licence", "自有"))
            .patch(path),
        200);
    String article = articleWith(added);

    Document page = page("/desk/pictures/" + added.getString("id"), "zh");

    assertThat(page.select("h1").text()).isEqualTo("灯会");
    assertThat(page.select("#left").val()).isEqualTo("30");
    assertThat(page.select("#top").val()).isEqualTo("80");
    assertThat(page.select("#caption").text()).isEqualTo("三月");
    assertThat(page.select("#licence").val()).isEqualTo("自有");
    assertThat(page.select("form[data-api]").eachAttr("data-etag"))
        .containsOnly(desk().get(path).header("ETag"));
    assertThat(page.select("ul.rows a").eachAttr("href"))
        .containsExactly("/desk/articles/" + article);
    assertThat(page.select("ul.rows a").text()).isEqualTo("灯会 草稿");
  }

  @Test
  void aKeySeesThePicturesOfItsAccountsOnly() {
    added(mine, 1, "甲图");
    String foreign = added(other, 2, "乙图").getString("id");
    String limited = key(Set.of(Scopes.CONTENT_READ), mine);

    Document list = page(limited, "/desk/pictures", "zh");
    assertThat(list.select(".grid .name").eachText()).containsExactly("甲图");
    assertThat(list.select("form[enctype], .pick")).isEmpty();
    assertThat(status(limited, "/desk/pictures/" + foreign)).isEqualTo(404);
  }

  @Test
  void readersOfTheDeskSeePicturesWithoutForms() {
    String id = added(mine, 1, "甲图").getString("id");

    Document page = page(key(Set.of(Scopes.CONTENT_READ)), "/desk/pictures/" + id, "zh");

    assertThat(page.select("#main form")).isEmpty();
    assertThat(page.select(".crops img")).hasSize(2);
    assertThat(status(key(Set.of(Scopes.AUDIT)), "/desk/pictures")).isEqualTo(403);
    assertThat(status(key(Set.of(Scopes.AUDIT)), "/desk/pictures/" + id)).isEqualTo(403);
  }

  @Test
  void theArticlePageLetsEditorsChooseAmongThePicturesOfItsAccount() {
    String article = articleWith(added(mine, 1, "灯会"));

    Document page = page("/desk/articles/" + article, "zh");

    assertThat(page.select("#article #cover-choice").attr("data-account")).isEqualTo(mine);
    assertThat(page.select("#cover-title").text()).isEqualTo("封面");
    assertThat(page.select("#cover-choice figcaption").eachText())
        .containsExactly("头条封面 2.35:1", "小封面 1:1");
  }

  @Test
  void anEditionShowsItsCoversAsTheyAreCut() {
    String article = articleWith(added(mine, 1, "灯会"));
    String edition = deskRead("/v1/desk/articles/" + article).getString("editionId");

    String cover = page("/desk/editions/" + edition, "zh").select("#order img").attr("src");

    assertThat(cover).endsWith("/wide-50x50-320.jpg");
    assertThat(desk().get(cover).statusCode()).isEqualTo(200);
  }
}
