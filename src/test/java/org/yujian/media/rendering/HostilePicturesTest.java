package org.yujian.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Damaged and hostile files become a picture or are refused; nothing else happens. */
class HostilePicturesTest {

  private static final List<String> ORIGINALS =
      List.of(
          "p3.jpg",
          "progressive.jpg",
          "scans.jpg",
          "gray.jpg",
          "orientation-6.jpg",
          "orientation-6.png",
          "deep.png",
          "gray-alpha.png",
          "palette.png",
          "orientation-6.webp",
          "p3.webp",
          "lossless.webp",
          "animated.webp",
          "animated.gif");

  private static final int MUTATIONS = Integer.getInteger("pictures.mutations", 200);

  /** Most changes are near the front, where the headers are. */
  private static byte[] mutated(Random random) {
    byte[] bytes = Pictures.fixture(ORIGINALS.get(random.nextInt(ORIGINALS.size())));
    for (int left = 1 + random.nextInt(8); left > 0; left--) {
      int limit = random.nextInt(4) == 0 ? bytes.length : Math.min(bytes.length, 400);
      int at = random.nextInt(limit);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
        default -> {
          int length = random.nextInt(bytes.length - at);
          System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length), length);
        }
      }
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static boolean isRefused(byte[] bytes) {
    try {
      assertThat(Pictures.rendered(bytes, Focal.CENTER).files()).isNotEmpty();
      return false;
    } catch (PictureRefused refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return true;
    }
  }

  @Test
  void mutatedFilesAreRenderedOrRefused() {
    long seed = Long.getLong("pictures.seed", new Random().nextLong());
    System.out.println("pictures.seed=" + seed);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = mutated(new Random(seed + i));
      String which = "-Dpictures.seed=" + (seed + i) + " -Dpictures.mutations=1";
      boolean[] result = new boolean[1];
      assertThatCode(() -> result[0] = isRefused(bytes)).as(which).doesNotThrowAnyException();
      refused += result[0] ? 1 : 0;
    }
    if (MUTATIONS >= 100) {
      assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS * 9 / 10);
    }
  }

  /** 130 kB that inflate to 50 megapixels. */
  @Test
  void aPictureOfManyEqualPixelsStaysWithinTheMemoryOfTheChildProcess() {
    byte[] bytes = png(10_000, 5_000);
    assertThat(bytes.length).isLessThan(200_000);
    RenderedPicture picture = PictureRenderer.render(bytes, Focal.CENTER);
    assertThat(picture.widths()).contains(1920);
    assertThat(Pictures.decoded(picture.files().get("320.jpg")).getHeight()).isEqualTo(160);
  }

  private static byte[] png(int width, int height) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    byte[] start = Pictures.pngHeader(width, height, false);
    png.write(start, 0, PngFile.SIGNATURE.length() + 12 + 13);
    Deflater deflater = new Deflater();
    byte[] row = new byte[1 + 3 * width];
    byte[] part = new byte[65_536];
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int y = 0; y < height; y++) {
      deflater.setInput(row);
      while (!deflater.needsInput()) {
        data.write(part, 0, deflater.deflate(part));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      data.write(part, 0, deflater.deflate(part));
    }
    deflater.end();
    Pictures.chunk(png, "IDAT", data.toByteArray());
    Pictures.chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** The bytes decide, so a page that calls itself a picture is none. */
  @Test
  void aPictureIsNotWhatItsNameSays() {
    byte[] page = "GIF<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> PictureRenderer.inspect(page))
        .isInstanceOfSatisfying(
            PictureRefused.class,
            refused -> assertThat(refused.code()).isEqualTo(PictureRefused.UNSUPPORTED));
  }

  /** A page in a comment of a JPEG, and an archive behind it: neither is in any rendition. */
  @Test
  void whatAFileIsBesideAPictureIsNotCopied() {
    byte[] jpeg = Pictures.encoded(Pictures.drawn(64, 48, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
    byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(jpeg, 0, 2);
    both.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (page.length + 2)});
    both.writeBytes(page);
    both.write(jpeg, 2, jpeg.length - 2);
    both.writeBytes(new byte[] {'P', 'K', 3, 4});
    both.writeBytes(page);
    RenderedPicture picture = Pictures.rendered(both.toByteArray(), Focal.CENTER);
    picture
        .files()
        .forEach(
            (name, bytes) ->
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .as(name)
                    .doesNotContain("script", "PK\3\4"));
  }
}
