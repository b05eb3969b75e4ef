package org.yujian.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.yujian.shared.process.ChildProcess;

/** Renditions by the child process, as the program makes them. */
class PictureRendererTest {

  private static final Focal LEFT = new Focal(0, 0.5);

  @Test
  void aLargePictureHasAllWidthsAndCovers() {
    RenderedPicture picture = PictureRenderer.render(Pictures.jpeg(2_400, 2_000), LEFT);
    assertThat(picture.mediaType()).isEqualTo("image/jpeg");
    assertThat(picture.width()).isEqualTo(2_400);
    assertThat(picture.height()).isEqualTo(2_000);
    assertThat(picture.widths()).containsExactly(320, 640, 1080, 1920);
    assertThat(picture.placeholder()).matches("#[0-9a-f]{6}");
    assertThat(picture.thumbHash()).hasSizeBetween(20, 40);
    assertThat(picture.qrText()).isNull();
    assertThat(picture.animated()).isFalse();
    assertThat(picture.files()).hasSize(24);
    assertSizes(picture.files(), "", List.of(320, 640, 1080, 1920), 2_400.0 / 2_000);
    assertSizes(picture.files(), "wide-", List.of(320, 640, 1080, 1920), 2.35);
    assertSizes(picture.files(), "square-", List.of(320, 640, 1080, 1920), 1);
  }

  private static void assertSizes(
      Map<String, byte[]> files, String prefix, List<Integer> widths, double ratio) {
    for (int width : widths) {
      for (String format : List.of(".jpg", ".webp")) {
        BufferedImage image = Pictures.decoded(files.get(prefix + width + format));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo((int) Math.round(width / ratio));
      }
    }
  }

  @Test
  void anotherFocalPointGivesOtherCoversAndNothingElse() {
    byte[] bytes = Pictures.jpeg(1_000, 400);
    Map<String, byte[]> left = PictureRenderer.covers(bytes, LEFT);
    Map<String, byte[]> right = PictureRenderer.covers(bytes, new Focal(1, 0));
    assertThat(left)
        .containsOnlyKeys(
            "wide-320.jpg",
            "wide-320.webp",
            "wide-640.jpg",
            "wide-640.webp",
            "wide-940.jpg",
            "wide-940.webp",
            "square-320.jpg",
            "square-320.webp",
            "square-400.jpg",
            "square-400.webp");
    assertThat(right).containsOnlyKeys(left.keySet());
    assertThat(color(left.get("square-320.jpg"), 10, 10)).isEqualTo("red");
    assertThat(color(right.get("square-320.jpg"), 10, 10)).isEqualTo("blue");
  }

  /** A focal point that is set again changes no file. */
  @Test
  void coversAreTheSameWithAndWithoutTheWholePicture() {
    byte[] bytes = Pictures.fixture("orientation-8.jpg");
    Focal focal = new Focal(0.9, 0.2);
    Map<String, byte[]> covers = PictureRenderer.covers(bytes, focal);
    Map<String, byte[]> all = PictureRenderer.render(bytes, focal).files();
    assertThat(covers).hasSize(4);
    covers.forEach((name, file) -> assertThat(all.get(name)).as(name).isEqualTo(file));
  }

  @Test
  void pixelsThatCannotBeDecodedAreRefused() {
    byte[] bytes = Pictures.fixture("scene.png");
    Arrays.fill(bytes, 2_000, 40_000, (byte) 0x55);
    assertThatThrownBy(() -> PictureRenderer.render(bytes, Focal.CENTER))
        .isInstanceOfSatisfying(
            PictureRefused.class,
            refused -> assertThat(refused.code()).isEqualTo(PictureRefused.DAMAGED));
  }

  /** So that nothing is left when this process and the child are killed while it works. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Loaded code cannot be removed there.")
  void theChildProcessRemovesItsFolderBeforeItReadsThePicture() throws IOException {
    Path folder = Files.createTempDirectory("picture-test-");
    byte[] result =
        ChildProcess.run(
            PictureProgram.class,
            PictureRenderer.LIBRARIES,
            PictureRenderer.LIMITS,
            List.of(PictureProgram.COVERS, "0", "0", folder.toString()),
            Pictures.fixture("p3.webp"));
    assertThat(new PictureResult(result).files()).containsKey("square-240.webp");
    assertThat(folder).doesNotExist();
  }

  @Test
  void foldersThatAreLeftAreRemoved() throws IOException {
    Path closed;
    try (LibraryFolder folder = new LibraryFolder()) {
      closed = Path.of(folder.path());
      Files.write(closed.resolve("library"), new byte[9]);
    }
    assertThat(closed).doesNotExist();

    Path left = Path.of(new LibraryFolder().path());
    Files.write(left.resolve("library"), new byte[9]);
    long now = Files.getLastModifiedTime(left).toMillis();
    PictureRenderer.removeLeftFolders(now);
    assertThat(left).exists();
    Files.setLastModifiedTime(left, FileTime.fromMillis(now - Duration.ofMinutes(11).toMillis()));
    PictureRenderer.removeLeftFolders(now);
    assertThat(left).doesNotExist();
  }

  /** What the original says about its maker and place is in no file. */
  @Test
  void renditionsHaveNoMetadata() {
    byte[] original = Pictures.fixture("orientation-6.jpg");
    assertThat(text(original)).contains("Nobody in Shanghai");
    RenderedPicture picture = PictureRenderer.render(original, Focal.CENTER);
    assertThat(picture.files()).isNotEmpty();
    picture
        .files()
        .forEach(
            (name, bytes) ->
                assertThat(text(bytes))
                    .as(name)
                    .doesNotContain("Shanghai", "Exif", "ICC_PROFILE", "ICCP", "EXIF", "XMP"));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String color(byte[] bytes, int x, int y) {
    int rgb = Pictures.decoded(bytes).getRGB(x, y);
    return (rgb >> 16 & 0xFF) > 200 ? "red" : (rgb & 0xFF) > 200 ? "blue" : "other";
  }
}
