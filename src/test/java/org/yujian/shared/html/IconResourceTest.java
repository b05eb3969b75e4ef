package org.yujian.shared.html;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yujian.testing.ApiTest;
import org.yujian.testing.JsonPath;

@QuarkusTest
class IconResourceTest extends ApiTest {

  @Test
  void browsersFindTheIconByThemselvesAndByThePagesLink() {
    byte[] bitmap =
        given()
            .get("/favicon.ico")
            .then()
            .statusCode(200)
            .contentType("image/x-icon")
            .header("Cache-Control", "max-age=86400")
            .extract()
            .asByteArray();
    // Reserved, type icon, two pictures (ICONDIR).
    assertThat(bitmap).startsWith(0, 0, 1, 0, 2, 0);
    String link =
        given()
            .accept("text/html")
            .get("/problems")
            .htmlPath()
            .getString("html.head.link.find { it.@rel == 'icon' }.@href");
    given().get(link).then().statusCode(200).contentType("image/svg+xml");
  }

  @Test
  void phonesPutTheHomePageOnTheirScreen() throws Exception {
    JsonPath manifest = manifest("zh-CN");
    assertThat(manifest.getString("name")).isEqualTo("豫见 Yujian");
    assertThat(manifest.getString("start_url")).isEqualTo("/home");
    assertThat(manifest.getString("display")).isEqualTo("standalone");
    assertThat(manifest("en").getString("description")).startsWith("New articles");
    assertThat(manifest.getList("icons.purpose")).contains("any", "maskable");
    for (Object icon : manifest.getList("icons")) {
      Map<?, ?> one = (Map<?, ?>) icon;
      assertThat(size(String.valueOf(one.get("src")))).isEqualTo(one.get("sizes"));
    }
    String page = given().accept("text/html").get("/home").asString();
    assertThat(page).contains("<link rel=\"manifest\" href=\"/manifest.webmanifest\">");
    assertThat(page).contains("<link rel=\"apple-touch-icon\" href=\"/apple-touch-icon.png\">");
    assertThat(size("/apple-touch-icon.png")).isEqualTo("180x180");
  }

  private static JsonPath manifest(String language) {
    Response manifest = given().header("Accept-Language", language).get("/manifest.webmanifest");
    assertThat(manifest.statusCode()).isEqualTo(200);
    assertThat(manifest.contentType()).startsWith("application/manifest+json");
    assertThat(manifest.headers().getValues("Vary")).contains("Accept-Language");
    return JsonPath.of(manifest);
  }

  private static String size(String icon) throws IOException {
    Response png = given().get(icon);
    assertThat(png.contentType()).isEqualTo("image/png");
    BufferedImage image = ImageIO.read(png.asInputStream());
    return image.getWidth() + "x" + image.getHeight();
  }
}
