package org.yujian.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** The expected hashes are those of another implementation; see {@code pictures/thumbhash.mjs}. */
class ThumbHashTest {

  private static ThumbHash hash(int width, int height, IntBinaryOperator argb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, argb.applyAsInt(x, y));
      }
    }
    return new ThumbHash(image);
  }

  private static int argb(int alpha, int red, int green, int blue) {
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  @Test
  void hashesAreThoseOfTheJavaScriptLibrary() {
    assertThat(hash(96, 64, (x, y) -> argb(255, 2 * x, 3 * y, 255 - x - y)).base64())
        .isEqualTo("XgUGVZRyd3eAeHh3iHh4h4BxB/eI");
    assertThat(hash(40, 100, (x, y) -> argb(255, 255 - 2 * y, x * y % 256, 5 * x)).base64())
        .isEqualTo("H0kKSxZwfXd3eHd3f3uX+Ig=");
    assertThat(hash(64, 64, (x, y) -> argb((x + y) * 2, 4 * x, 90, 4 * y)).base64())
        .isEqualTo("IHeGNQwnoIewiIp4iIN/Bop5cHdwiId4eA==");
  }

  /** Frequencies of nothing are noise of the arithmetic; the mean and their scale are not. */
  @Test
  void onePlainColorHasNoFrequencies() {
    byte[] ours = Base64.getDecoder().decode(hash(30, 30, (x, y) -> 0xFF5A5A5A).base64());
    byte[] theirs = Base64.getDecoder().decode("FggCBwB4eHl4iHiAd3h3J3d4BwAAAAAA");
    assertThat(ours).hasSameSizeAs(theirs).startsWith(theirs[0], theirs[1], theirs[2]);
    assertThat(ours[3] & 0xF8).isZero();
  }

  @Test
  void theColorIsTheAverageOnWhite() {
    assertThat(hash(2, 1, (x, y) -> x == 0 ? 0xFF000000 : 0xFFFFFFFF).color()).isEqualTo("#808080");
    assertThat(hash(2, 2, (x, y) -> 0x80FF0000).color()).isEqualTo("#ff7f7f");
    assertThat(hash(2, 2, (x, y) -> 0).color()).isEqualTo("#ffffff");
  }
}
