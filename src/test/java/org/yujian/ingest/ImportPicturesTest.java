package org.yujian.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.document.Docx;
import org.yujian.testing.DeskTest;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** A document with pictures becomes articles with pictures. */
@QuarkusTest
class ImportPicturesTest extends DeskTest {

  private static final byte[] LANTERN = DrawnPicture.png(900, 600, 1);
  private static final byte[] MARKET = DrawnPicture.png(700, 700, 2);
  private static final String CODE = "https://example.org/follow?x=1";

  private static final String TEXT =
      """
      扫描二维码 关注“豫园社区”
      # 春季集市开张
      集市每周六开张，居民可以带自己的东西来换。
      摊位不收费。
      扫描二维码 关注“外面的号”
      """;

  /** The same words with two pictures, one of them inside a sentence, and the code of a target. */
  private static byte[] word() {
    return Docx.create()
        .paragraph("扫描二维码 关注“豫园社区”")
        .heading(1, "春季集市开张")
        .raw("<w:p>" + Docx.run("集市每周六开张，居民可以") + "%LANTERN%" + Docx.run("带自己的东西来换。") + "</w:p>")
        .raw("<w:p>%MARKET%</w:p>")
        .paragraph("摊位不收费。")
        .paragraph("扫描二维码 关注“外面的号”")
        .raw("<w:p>%CODE%</w:p>")
        .picture("%LANTERN%", LANTERN, "灯会")
        .picture("%MARKET%", MARKET, null)
        .picture("%CODE%", DrawnPicture.code(CODE), null)
        .bytes();
  }

  @Test
  void picturesStandWhereTheyStoodAndTheFirstIsTheCover() {
    JsonPath report = imported(Upload.of("周报.docx", word()).publish());
    assertThat(report.<String>getList("findings.code")).doesNotContain("picture.left-out");
    String article = report.getString("articles[0].articleId");
    JsonPath read = read("/v1/articles/" + article + "?body=blocks");
    List<String> types = read.getList("blocks.type");
    assertThat(types).containsExactly("paragraph", "figure", "figure", "paragraph");
    assertThat(read.getString("blocks[0].text")).isEqualTo("集市每周六开张，居民可以带自己的东西来换。");
    assertThat(read.getString("blocks[1].image.alt")).isEqualTo("灯会");
    assertThat(read.<Integer>getList("blocks[1].image.widths")).containsExactly(320, 640, 900);
    assertThat(read.getString("cover.url")).isEqualTo(read.getString("blocks[1].image.url"));
    String file = read.getString("blocks[2].image.url").replace("{w}", "320");
    assertThat(given().noFilters().get(file).statusCode()).isEqualTo(200);
  }

  @Test
  void theCodeBelowAFollowLineBecomesThatOfTheTarget() {
    JsonPath report = imported(Upload.of("周报.docx", word()).publish());
    assertThat(report.<String>getList("findings.code")).contains("follow-target.code-taken");
    JsonPath targets = read("/v1/follow-targets");
    int outside = targets.<String>getList("items.name").indexOf("外面的号");
    assertThat(targets.getString("items[" + outside + "].url")).isEqualTo(CODE);
    assertThat(targets.getString("items[" + outside + "].image.url")).startsWith("/media/");
    assertThat(targets.getString("items[" + outside + "].status")).isNull();
  }

  @Test
  void theTextOfADocumentWithPicturesTakesNothingAway() {
    JsonPath first = imported(Upload.of("周报.docx", word()).publish());
    String article = first.getString("articles[0].articleId");
    JsonPath text = imported(Upload.text(TEXT));
    assertThat(text.getString("articles[0].result")).isEqualTo("unchanged");
    assertThat(text.getString("articles[0].articleId")).isEqualTo(article);
    assertThat(text.getString("articles[0].canonicalSha256"))
        .isEqualTo(first.getString("articles[0].canonicalSha256"));
    assertThat(imported(Upload.of("周报.docx", word())).getString("articles[0].result"))
        .isEqualTo("unchanged");
    assertThat(read("/v1/articles/" + article).getString("cover.url")).startsWith("/media/");
  }

  @Test
  void picturesThatComeLaterAreAnUpdateWithTheSameText() {
    JsonPath text = imported(Upload.text(TEXT).publish());
    JsonPath word = imported(Upload.of("周报.docx", word()).publish());
    assertThat(word.getString("articles[0].result")).isEqualTo("updated");
    assertThat(word.getString("articles[0].articleId"))
        .isEqualTo(text.getString("articles[0].articleId"));
    assertThat(word.getString("articles[0].canonicalSha256"))
        .isEqualTo(text.getString("articles[0].canonicalSha256"));
  }

  @Test
  void aPictureThatCannotBeShownIsAFinding() {
    byte[] broken = Arrays.copyOf(LANTERN, 400);
    byte[] docx =
        Docx.create()
            .paragraph("扫描二维码 关注“豫园社区”")
            .heading(1, "春季集市开张")
            .paragraph("集市每周六开张。")
            .raw("<w:p>%X%</w:p>")
            .picture("%X%", broken, "坏的")
            .bytes();
    JsonPath report = imported(Upload.of("周报.docx", docx));
    assertThat(report.<String>getList("findings.code")).contains("picture.left-out");
    assertThat(report.getInt("articles[0].paragraphs")).isEqualTo(1);
  }
}
