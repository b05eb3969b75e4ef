package org.yujian.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class QrCodeTest {
  private static final String LINK = "https://yujian.example.org/f/9K-ffALZZI-KEt-MGfKieQ";
  private static final int QUIET_ZONE = 4;

  @ParameterizedTest
  @ValueSource(ints = {120, 131, 300, 777, 2000})
  void pictureOfEverySizeIsRead(int size) throws Exception {
    BufferedImage picture = picture(QrCode.of(LINK), size);

    assertThat(picture.getWidth()).isEqualTo(size);
    assertThat(picture.getHeight()).isEqualTo(size);
    assertThat(read(picture).getText()).isEqualTo(LINK);
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 121, 131, 163, 164, 300, 600, 777, 1999, 2000})
  void modulesAreWholePixelsWithinTheQuietZone(int size) throws Exception {
    QrCode code = QrCode.of(LINK);
    int module = size / code.width();
    BufferedImage picture = picture(code, size);
    int margin = firstDark(picture);

    assertThat(margin).isGreaterThanOrEqualTo(QUIET_ZONE * module);
    int end = margin + (code.width() - 2 * QUIET_ZONE) * module;
    assertThat(size - end).isGreaterThanOrEqualTo(QUIET_ZONE * module);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean inside = x >= margin && x < end && y >= margin && y < end;
        int cornerX = x - Math.floorMod(x - margin, module);
        int cornerY = y - Math.floorMod(y - margin, module);
        boolean expected = inside && dark(picture, cornerX, cornerY);
        if (dark(picture, x, y) != expected) {
          throw new AssertionError("pixel " + x + ", " + y);
        }
      }
    }
  }

  @Test
  void drawingOfTheSvgIsRead() throws Exception {
    QrCode code = QrCode.of(LINK);
    Element svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(code.svg()))
            .getDocumentElement();

    assertThat(svg.getTagName()).isEqualTo("svg");
    assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + code.width() + " " + code.width());
    assertThat(read(drawn(svg, code.width())).getText()).isEqualTo(LINK);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 120, 250, 500, 1000, 1500})
  void longAddressesAreRead(int length) throws Exception {
    String link = "https://" + "a".repeat(length) + ".example/f/9K-ffALZZI-KEt-MGfKieQ";
    QrCode code = QrCode.of(link);

    assertThat(read(picture(code, code.width() * 3)).getText()).isEqualTo(link);
  }

  @Test
  void otherCharactersThanAsciiAreRead() throws Exception {
    String link = "https://example.org/公众号/豫见?q=𠮷";

    assertThat(read(picture(QrCode.of(link), 600)).getText()).isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(strings = {LINK, "http://localhost:8080/f/9K-ffALZZI-KEt-MGfKieQ", "https://a.cn"})
  void errorCorrectionIsAtLeastM(String link) throws Exception {
    Object level =
        read(picture(QrCode.of(link), 600))
            .getResultMetadata()
            .get(ResultMetadataType.ERROR_CORRECTION_LEVEL);

    assertThat(level).isIn("M", "Q", "H");
  }

  @Test
  void aTextThatNoCodeHoldsIsRefused() {
    assertThatThrownBy(() -> QrCode.of("a".repeat(2_332)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BufferedImage picture(QrCode code, int size) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(code.png(size)));
  }

  private static boolean dark(BufferedImage picture, int x, int y) {
    return (picture.getRGB(x, y) & 0xFF) < 128;
  }

  /** The finder pattern begins on the diagonal. */
  private static int firstDark(BufferedImage picture) {
    int i = 0;
    while (!dark(picture, i, i)) {
      i++;
    }
    return i;
  }

  private static Result read(BufferedImage picture) throws ReaderException {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    try {
      return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
    } catch (NotFoundException patternsNotFound) {
      // The detector is made for photographs; a clean picture may be read without it.
      return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true));
    }
  }

  /** Draws the second path, of horizontal bars, as a browser would: M x y, h length, v1, back. */
  private static BufferedImage drawn(Element svg, int width) {
    int scale = 8;
    BufferedImage picture =
        new BufferedImage(width * scale, width * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width * scale, width * scale);
    pen.setColor(Color.BLACK);
    String path = ((Element) svg.getElementsByTagName("path").item(1)).getAttribute("d");
    assertThat(path).matches("(M\\d+ \\d+h\\d+v1h-\\d+z)+");
    Matcher bar = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(path);
    while (bar.find()) {
      int x = Integer.parseInt(bar.group(1));
      int y = Integer.parseInt(bar.group(2));
      pen.fillRect(x * scale, y * scale, Integer.parseInt(bar.group(3)) * scale, scale);
    }
    pen.dispose();
    return picture;
  }
}
