package org.yujian.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Upload;

@QuarkusTest
class ArticlePosterResourceTest extends DeskTest {

  private String article;

  @BeforeEach
  void publish() {
    String text = "扫描二维码关注“梧桐街道”\n\n# 夜间施工提示\n\n施工期间公交改道。\n";
    article = imported(Upload.text(text).publish()).getString("articles[0].articleId");
  }

  @Test
  void anArticleHasAPosterThatLeadsToIt() throws Exception {
    String page = anyone().accept("text/html").get("/a/" + article).asString();
    String path = "/a/" + article + "/poster.";
    assertThat(page)
        .contains("<a href=\"" + path + "png\">分享海报</a>")
        .contains("<meta name=\"twitter:card\" content=\"summary\">")
        .contains("<meta property=\"og:locale\" content=\"zh_CN\">");

    Response png = anyone().get(path + "png");
    assertThat(png.contentType()).isEqualTo("image/png");
    assertThat(png.header("Cache-Control")).isEqualTo("max-age=10, stale-while-revalidate=30");
    assertThat(decoded(png.asByteArray())).endsWith("/a/" + article);
    anyone().header("If-None-Match", png.header("ETag")).get(path + "png").then().statusCode(304);

    Response svg = anyone().get(path + "svg");
    assertThat(svg.contentType()).startsWith("image/svg+xml");
    assertThat(svg.asString()).contains("<title>夜间施工提示</title>");
  }

  private static String decoded(byte[] png) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int height = image.getHeight();
    RGBLuminanceSource source =
        new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  void withdrawnAndUnknownArticlesHaveNone() {
    String path = "/a/" + article + "/poster.png";
    assertThat(anyone().get(path).statusCode()).isEqualTo(200);
    ok(
        desk().body(Map.of("class", "error")).post("/v1/desk/articles/" + article + "/withdraw"),
        200);
    problem(anyone().get(path), 410, "article-withdrawn");
    problem(anyone().get("/a/" + UUID.randomUUID() + "/poster.svg"), 404, "article-not-found");
  }
}
