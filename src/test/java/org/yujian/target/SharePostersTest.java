package org.yujian.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.yujian.media.Picture;
import org.yujian.testing.DrawnPicture;

class SharePostersTest {

  private static final String LINK =
      "https://yujian.example.org/a/01a23019-da98-7c9a-ba48-a88206902361";
  private static final String COVER = "/media/AAAAAAAAAAAAAAAAAAAAAA/wide-50x50-1080.jpg";
  private static final int BASE_OF_TITLE = 88 + 72 + 32 + 72;

  private final SharePosters posters =
      new SharePosters(url -> url.equals(COVER) ? Optional.of(cover()) : Optional.empty());

  private static SharePoster article(String title, String cover) {
    return new SharePoster(
        title,
        "梧桐街道",
        null,
        "施工期间 21 路公交改道行驶，请提前安排出行。",
        cover == null ? null : Picture.at(cover, "路口"),
        "扫码阅读全文",
        LINK);
  }

  private static byte[] cover() {
    try {
      byte[] png = DrawnPicture.png(1080, 460, Color.RED, Color.BLUE);
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(ImageIO.read(new ByteArrayInputStream(png)), "jpg", jpeg);
      return jpeg.toByteArray();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static BufferedImage image(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  static String decoded(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  private static Document parsed(byte[] svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg));
  }

  @Test
  void thePosterOfAnArticleLeadsToItAndShowsItsTitle() throws Exception {
    BufferedImage png = image(posters.png(article("夜间施工提示", null)));

    assertThat(png.getWidth()).isEqualTo(1080);
    assertThat(decoded(png)).isEqualTo(LINK);
    String title = PosterSvg.path(new PrintFont().outline("夜间施工提示", 64, 80, BASE_OF_TITLE));
    assertThat(new String(posters.svg(article("夜间施工提示", null)), StandardCharsets.UTF_8))
        .contains("<title>夜间施工提示</title>", title)
        .doesNotContain("<text", "font-family");
    assertThat(darkPixels(png, BASE_OF_TITLE - 60, BASE_OF_TITLE + 8)).isGreaterThan(2_000);
  }

  private static long darkPixels(BufferedImage image, int top, int bottom) {
    long dark = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dark += (image.getRGB(x, y) & 0xff) < 0x60 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void theCoverIsAtTheTop() throws Exception {
    BufferedImage png = image(posters.png(article("夜间施工提示", COVER)));

    assertThat(new Color(png.getRGB(200, 200)).getRed()).isGreaterThan(200);
    assertThat(new Color(png.getRGB(900, 200)).getBlue()).isGreaterThan(200);
    assertThat(decoded(png)).isEqualTo(LINK);
    assertThat(
            parsed(posters.svg(article("夜间施工提示", COVER)))
                .getElementsByTagName("image")
                .item(0)
                .getAttributes()
                .getNamedItem("href")
                .getNodeValue())
        .startsWith("data:image/jpeg;base64,");
    BufferedImage without =
        image(posters.png(article("夜间施工提示", "https://elsewhere.example/a.jpg")));
    assertThat(without.getHeight()).isLessThan(png.getHeight());
  }

  @Test
  void aSlightlySmallerTitleIsBetterThanALastLineOfOneCharacter() throws Exception {
    int oneLine = image(posters.png(article("河边步道今天开放", null))).getHeight();

    assertThat(image(posters.png(article("河边步道今天开放，全长 6.8 公里", null))).getHeight())
        .isBetween(oneLine - 40, oneLine);
    assertThat(image(posters.png(article("河边步道今天向市民开放，全长 6.8 公里", null))).getHeight())
        .isGreaterThan(oneLine + 40);
  }

  @Test
  void thePosterOfAPlacementLeadsToItsCode() throws Exception {
    String link = "https://yujian.example.org/f/T3xV-_9aQkmWc0Zb7LrYpA";
    SharePoster poster =
        new SharePoster("梧桐街道", null, null, "街道的通知。", null, "扫描二维码 关注“梧桐街道”", link);

    assertThat(decoded(image(posters.png(poster)))).isEqualTo(link);
    assertThat(parsed(posters.svg(poster)).getDocumentElement().getAttribute("width"))
        .isEqualTo("1080");
  }

  /**
   * Emoji, a Han character of plane 3, Tibetan, controls of direction, markup, what is too long.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀社区𰻝བོད",
        "\u202e倒着‏写\u2066",
        "<b>&\"'</b>",
        "很长的标题很长的标题很长的标题很长的标题很长的标题很长的标题很长的标题很长的标题",
        "a"
      })
  void anyTitleMakesAPoster(String title) throws Exception {
    assertThat(decoded(image(posters.png(article(title, null))))).isEqualTo(LINK);
    assertThat(parsed(posters.svg(article(title, null))).getElementsByTagName("title").getLength())
        .isOne();
  }
}
