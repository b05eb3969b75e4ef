package org.yujian.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files there are, and what is seen in them. */
class RenditionsTest {

  private static final Map<EncodeHintType, ?> UTF_8 =
      Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());

  private static RenderedPicture rendered(byte[] bytes) {
    return Pictures.rendered(bytes, Focal.CENTER);
  }

  private static BufferedImage file(RenderedPicture picture, String name) {
    return Pictures.decoded(picture.files().get(name));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "200, 150, 200",
    "320, 9, 320",
    "500, 400, 320 500",
    "1920, 30, 320 640 1080 1920",
    "2000, 30, 320 640 1080 1920",
    // As many pixels as a rendition may have, and as many rows as a WebP file.
    "1000, 12500, 320 640 800",
    "20, 20000, 16"
  })
  void aPictureIsNeverEnlarged(int width, int height, String widths) {
    byte[] bytes =
        Pictures.encoded(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png");
    RenderedPicture picture = rendered(bytes);
    assertThat(picture.widths())
        .containsExactlyElementsOf(
            List.of(widths.split(" ")).stream().map(Integer::valueOf).toList());
    for (int offered : picture.widths()) {
      assertThat(file(picture, offered + ".jpg").getWidth()).isEqualTo(offered);
      assertThat(file(picture, offered + ".webp").getWidth()).isEqualTo(offered);
    }
  }

  @Test
  void theFormIsKept() {
    BufferedImage image = file(rendered(Pictures.jpeg(1_200, 777)), "640.webp");
    assertThat(image.getHeight()).isEqualTo(Math.round(640 * 777 / 1_200.0));
    assertThat(image.getRGB(2, 200) & 0xF0F0F0).isEqualTo(0xF00000);
    assertThat(image.getRGB(637, 200) & 0xF0F0F0).isEqualTo(0x0000F0);
  }

  @Test
  void whatIsTransparentIsWhiteInJpegAndTransparentInWebp() {
    BufferedImage drawn = new BufferedImage(700, 600, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(350, 0, 350, 600);
    graphics.dispose();
    RenderedPicture picture = rendered(Pictures.encoded(drawn, "png"));
    assertThat(file(picture, "320.jpg").getRGB(100, 100) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    BufferedImage webp = file(picture, "320.webp");
    assertThat(webp.getRGB(100, 100) >>> 24).isZero();
    assertThat(webp.getRGB(300, 100) & 0xFFF0F0F0).isEqualTo(0xFFF00000);
    // No edge of the picture becomes lighter by what is outside of it.
    assertThat(webp.getRGB(319, 0) & 0xFFF0F0F0).isEqualTo(0xFFF00000);
  }

  @Test
  void anOpaquePictureWithAlphaHasNoAlphaInWebp() {
    BufferedImage drawn = Pictures.drawn(400, 300, BufferedImage.TYPE_INT_ARGB);
    RenderedPicture picture = rendered(Pictures.encoded(drawn, "png"));
    assertThat(file(picture, "320.webp").getColorModel().hasAlpha()).isFalse();
  }

  @Test
  void aGifKeepsItsFramesAndLoopButNoComment() {
    byte[] original = Pictures.fixture("animated.gif");
    RenderedPicture picture = rendered(original);
    byte[] animation = picture.files().get("animation.gif");
    assertThat(picture.animated()).isTrue();
    assertThat(PictureRenderer.inspect(animation).frames()).isEqualTo(3);
    assertThat(indexOf(original, "Nobody")).isPositive();
    assertThat(indexOf(animation, "Nobody")).isNegative();
    assertThat(animation[indexOf(animation, "NETSCAPE2.0") + 13])
        .isEqualTo(original[indexOf(original, "NETSCAPE2.0") + 13])
        .isEqualTo((byte) 2);
    assertThat(new GifFile(new FileBytes(animation)).animation()).isEqualTo(animation);
    assertThat(file(picture, "60.jpg").getRGB(30, 20) & 0xF0F0F0).isEqualTo(0xF00000);
  }

  @Test
  void ofAnAnimatedWebpTheFirstFrameIsShown() {
    RenderedPicture picture = rendered(Pictures.fixture("animated.webp"));
    assertThat(picture.animated()).isFalse();
    assertThat(picture.files()).doesNotContainKey("animation.gif");
    assertThat(file(picture, "60.jpg").getRGB(30, 20) & 0xF0F0F0).isEqualTo(0xF00000);
  }

  @ParameterizedTest
  @CsvSource({"900, 400", "3000, 700", "700, 3000"})
  void aQrCodeIsRead(int width, int height) throws WriterException {
    String text = "https://yujian.example/f/甲乙?x=1";
    BufferedImage drawn = Pictures.drawn(width, height, BufferedImage.TYPE_3BYTE_BGR);
    BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 300, 300, UTF_8);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 300; x++) {
        drawn.setRGB(width - 320 + x, height - 320 + y, code.get(x, y) ? 0 : 0xFFFFFF);
      }
    }
    assertThat(rendered(Pictures.encoded(drawn, "png")).qrText()).isEqualTo(text);
  }

  private static int indexOf(byte[] bytes, String ascii) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(ascii);
  }
}
