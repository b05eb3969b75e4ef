package org.yujian.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;

/** Renditions are read by the programs of other people, at the size that their name declares. */
class OtherProgramsTest {

  private static final List<String> ORIGINALS =
      List.of("cmyk.jpg", "p3.png", "orientation-6.webp", "gray-alpha.png", "animated.gif");

  private static final List<Path> FILES = new ArrayList<>();

  @BeforeAll
  static void writeRenditions() throws IOException {
    for (String original : ORIGINALS) {
      Path folder = Files.createDirectories(Folders.empty("renditions-" + original));
      RenderedPicture picture = Pictures.rendered(Pictures.fixture(original), new Focal(0.3, 0.8));
      for (Map.Entry<String, byte[]> file : picture.files().entrySet()) {
        FILES.add(Files.write(folder.resolve(file.getKey()), file.getValue()));
      }
    }
    assertThat(FILES).hasSizeGreaterThan(30);
  }

  private static int declaredWidth(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
  }

  private static List<Path> files(String ending) {
    return FILES.stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  /** The first bytes of what a program prints; skips the test without it. */
  private static String printed(List<String> command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException missing) {
      return abort("Not installed: " + command.get(0));
    }
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return new String(output, StandardCharsets.ISO_8859_1);
  }

  @Test
  void djpegReadsTheJpegFiles() throws IOException, InterruptedException {
    for (Path file : files(".jpg")) {
      assertThat(printed(List.of("djpeg", "-pnm", file.toString())))
          .startsWith("P6\n" + declaredWidth(file) + " ");
    }
  }

  @Test
  void dwebpReadsTheWebpFiles() throws IOException, InterruptedException {
    for (Path file : files(".webp")) {
      assertThat(printed(List.of("dwebp", file.toString(), "-quiet", "-ppm", "-o", "-")))
          .startsWith("P6\n" + declaredWidth(file) + " ");
    }
  }

  @Test
  void imageMagickReadsAllFilesAndFrames() throws IOException, InterruptedException {
    for (Path file : FILES) {
      String printed = printed(List.of("identify", "-format", "%m %W ", file.toString()));
      if (file.endsWith("animation.gif")) {
        assertThat(printed).isEqualTo("GIF 60 GIF 60 GIF 60 ");
      } else {
        String format = file.toString().endsWith(".jpg") ? "JPEG " : "WEBP ";
        assertThat(printed).isEqualTo(format + declaredWidth(file) + " ");
      }
    }
  }

  @Test
  void exiftoolFindsNoMetadata() throws IOException, InterruptedException {
    for (Path file : FILES) {
      assertThat(printed(List.of("exiftool", "-s", "-G", file.toString())))
          .as(file.toString())
          .contains("[File]")
          .doesNotContain("[EXIF]", "[XMP]", "[ICC_Profile]", "[IPTC]", "Comment");
    }
  }
}
