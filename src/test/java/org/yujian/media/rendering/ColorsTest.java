package org.yujian.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All committed pictures show the same scene, so their renditions have the same colors. */
class ColorsTest {

  private static BufferedImage rendition(String name, String file) {
    RenderedPicture picture = Pictures.rendered(Pictures.fixture(name), Focal.CENTER);
    return Pictures.decoded(picture.files().get(file));
  }

  private static double psnr(String name, String file, String reference) {
    return Pictures.psnr(rendition(name, file), Pictures.decoded(Pictures.fixture(reference)));
  }

  /** Without its profile, the Display-P3 picture would be at 23 dB. */
  @ParameterizedTest
  @CsvSource({
    "p3.jpg",
    "p3.png",
    "p3.webp",
    "adobe.jpg",
    "progressive.jpg",
    "scans.jpg",
    "interlaced.png",
    "lossless.webp"
  })
  void colorsAreWithinTwoDecibelsOfThoseOfThePlainPicture(String name) {
    double jpeg = psnr("scene.png", "320.jpg", "scene.png");
    double webp = psnr("scene.png", "320.webp", "scene.png");
    assertThat(jpeg).isGreaterThan(33);
    assertThat(psnr(name, "320.jpg", "scene.png")).isGreaterThan(jpeg - 2);
    assertThat(psnr(name, "320.webp", "scene.png")).isGreaterThan(webp - 2);
  }

  /** Inks cannot print all colors of the scene: the reference comes from another program. */
  @Test
  void cmykIsConverted() {
    double lost =
        Pictures.psnr(
            Pictures.decoded(Pictures.fixture("cmyk-reference.png")),
            Pictures.decoded(Pictures.fixture("scene.png")));
    assertThat(lost).isLessThan(30);
    assertThat(psnr("cmyk.jpg", "320.jpg", "cmyk-reference.png")).isGreaterThan(31);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyOrientationIsShownUpright(int orientation) {
    String name = "orientation-" + orientation + ".jpg";
    BufferedImage upright = rendition("deep.png", "120.jpg");
    assertThat(Pictures.psnr(rendition(name, "120.jpg"), upright)).isGreaterThan(34);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orientation-6.png", "orientation-6.webp", "palette.png"})
  void orientationAndPaletteOfOtherTypes(String name) {
    BufferedImage upright = rendition("deep.png", "120.jpg");
    assertThat(Pictures.psnr(rendition(name, "120.jpg"), upright)).isGreaterThan(25);
  }

  /** Java treats gray as linear light where it converts colors; here it is not converted. */
  @Test
  void grayKeepsItsValues() {
    BufferedImage gray = rendition("gray.jpg", "320.jpg");
    BufferedImage scene = Pictures.decoded(Pictures.fixture("scene.png"));
    for (int x = 5; x < 315; x += 31) {
      int rgb = scene.getRGB(x, 200);
      double luma = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
      assertThat((double) (gray.getRGB(x, 200) & 0xFF)).isBetween(luma - 12, luma + 12);
    }
  }

  @Test
  void grayWithAlphaKeepsItsValues() {
    BufferedImage image = rendition("gray-alpha.png", "120.webp");
    int white = image.getRGB(100, 75);
    assertThat(white >>> 24).isBetween(0x7C, 0x84);
    assertThat(white & 0xFF).isGreaterThan(0xF8);
  }
}
