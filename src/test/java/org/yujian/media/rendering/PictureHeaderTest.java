package org.yujian.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types, sizes and limits by the header; nothing is decoded here. */
class PictureHeaderTest {

  private static void assertRefused(byte[] bytes, String code, String text) {
    assertThatThrownBy(() -> PictureRenderer.inspect(bytes))
        .isInstanceOfSatisfying(
            PictureRefused.class,
            refused -> {
              assertThat(refused.getMessage()).contains(text);
              assertThat(refused.code()).isEqualTo(code);
            });
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "scene.png, image/png, 320, 240, 1, false",
    "interlaced.png, image/png, 320, 240, 1, true",
    "p3.jpg, image/jpeg, 320, 240, 1, false",
    "progressive.jpg, image/jpeg, 320, 240, 1, true",
    "scans.jpg, image/jpeg, 320, 240, 1, true",
    "p3.webp, image/webp, 320, 240, 1, false",
    "lossless.webp, image/webp, 320, 240, 1, true",
    "animated.webp, image/webp, 60, 40, 2, false",
    "animated.gif, image/gif, 60, 40, 3, false",
    "orientation-6.jpg, image/jpeg, 120, 90, 1, false",
    "orientation-6.png, image/png, 120, 90, 1, false",
    "orientation-6.webp, image/webp, 120, 90, 1, false"
  })
  void theHeaderSaysWhatAPictureIs(
      String name, String mediaType, int width, int height, int frames, boolean whole) {
    PictureHeader header = PictureRenderer.inspect(Pictures.fixture(name));
    assertThat(header.mediaType()).isEqualTo(mediaType);
    assertThat(header.width()).isEqualTo(width);
    assertThat(header.height()).isEqualTo(height);
    assertThat(header.frames()).isEqualTo(frames);
    assertThat(header.wholeInMemory()).isEqualTo(whole);
    assertThat(header.orientation()).isEqualTo(name.startsWith("orientation") ? 6 : 1);
  }

  @Test
  void otherTypesAreRefusedWithAdvice() {
    assertRefused(
        Pictures.fixture("photo.heic"),
        PictureRefused.UNSUPPORTED,
        "Settings > Camera > Formats > Most Compatible");
    assertRefused(Pictures.fixture("photo.avif"), PictureRefused.UNSUPPORTED, "AVIF");
    byte[] bmp = Pictures.encoded(Pictures.drawn(9, 9, BufferedImage.TYPE_3BYTE_BGR), "bmp");
    assertRefused(bmp, PictureRefused.UNSUPPORTED, "BMP");
    byte[] tiff = Pictures.encoded(Pictures.drawn(9, 9, BufferedImage.TYPE_3BYTE_BGR), "tiff");
    assertRefused(tiff, PictureRefused.UNSUPPORTED, "TIFF");
    assertRefused(ascii("8BPS\0\1      "), PictureRefused.UNSUPPORTED, "Photoshop");
    assertRefused(ascii("%PDF-1.7\n"), PictureRefused.UNSUPPORTED, "Export the page");
    assertRefused(ascii("\0\0\0\30ftypmp42\0\0\0\0"), PictureRefused.UNSUPPORTED, "video");
    assertRefused(ascii("hello"), PictureRefused.UNSUPPORTED, "Save it as JPEG");
    assertRefused(new byte[0], PictureRefused.DAMAGED, "empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "\u00EF\u00BB\u00BF<?xml version='1.0'?>\n<!-- drawn --><SVG/>"
      })
  void svgIsRefused(String svg) {
    assertRefused(ascii(svg), PictureRefused.UNSUPPORTED, "Export the drawing as PNG");
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertRefused(
        Pictures.pngHeader(40_000, 40_000, false), PictureRefused.TOO_LARGE, "40,000 × 40,000");
    assertRefused(Pictures.pngHeader(20_001, 1, false), PictureRefused.TOO_LARGE, "A side");
    assertRefused(Pictures.pngHeader(-1, 1, false), PictureRefused.TOO_LARGE, "A side");
    assertRefused(Pictures.pngHeader(10_001, 5_000, false), PictureRefused.TOO_LARGE, "50 mega");
    assertRefused(Pictures.pngHeader(4_001, 4_000, true), PictureRefused.TOO_LARGE, "16 mega");
    assertRefused(Pictures.pngHeader(0, 7, false), PictureRefused.DAMAGED, "no pixels");
    assertRefused(Pictures.gif(1, 1, 10_000), PictureRefused.TOO_LARGE, "10,000 frames");
    assertRefused(Pictures.gif(4_000, 2_000, 26), PictureRefused.TOO_LARGE, "200 megapixels");
    assertRefused(new byte[PictureLimits.BYTES + 1], PictureRefused.TOO_LARGE, "10 MB");
  }

  @Test
  void whatIsJustNotTooLargeIsNotRefused() {
    assertThat(PictureRenderer.inspect(Pictures.pngHeader(10_000, 5_000, false)).pixels())
        .isEqualTo(50_000_000);
    assertThat(PictureRenderer.inspect(Pictures.pngHeader(4_000, 4_000, true)).pixels())
        .isEqualTo(16_000_000);
    assertThat(PictureRenderer.inspect(Pictures.pngHeader(20_000, 1, false)).width())
        .isEqualTo(20_000);
    assertThat(PictureRenderer.inspect(Pictures.gif(4_000, 2_000, 25)).frames()).isEqualTo(25);
  }

  /** A file that ends anywhere in the middle never counts as a picture. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "p3.jpg",
        "progressive.jpg",
        "scene.png",
        "p3.webp",
        "animated.webp",
        "lossless.webp"
      })
  void whatEndsTooEarlyIsRefused(String name) {
    byte[] whole = Pictures.fixture(name);
    for (int length = 12; length < whole.length - 1; length += 1 + whole.length / 97) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> PictureRenderer.inspect(part))
          .as("%d bytes", length)
          .isInstanceOfSatisfying(
              PictureRefused.class,
              refused -> assertThat(refused.code()).isEqualTo(PictureRefused.DAMAGED));
    }
  }

  @Test
  void aGifNeedsOneWholeFrameAndNoTrailer() {
    byte[] whole = Pictures.gif(8, 8, 1);
    byte[] withoutTrailer = Arrays.copyOf(whole, whole.length - 1);
    assertThat(PictureRenderer.inspect(withoutTrailer).frames()).isEqualTo(1);
    assertRefused(Arrays.copyOf(whole, whole.length - 3), PictureRefused.DAMAGED, "ends too early");
  }

  /** A page behind a picture is another file for a browser, and is not looked at here. */
  @Test
  void bytesBehindThePictureDoNotMatter() {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(Pictures.fixture("animated.gif"));
    both.writeBytes(ascii("<script>alert(1)</script>"));
    assertThat(PictureRenderer.inspect(both.toByteArray()).frames()).isEqualTo(3);
    assertThat(
            new String(
                new GifFile(new FileBytes(both.toByteArray())).animation(),
                StandardCharsets.ISO_8859_1))
        .doesNotContain("script");
  }
}
