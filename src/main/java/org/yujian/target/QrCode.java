package org.yujian.target;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A QR code (ISO/IEC 18004) with a quiet zone of four modules. Error correction M, or better if the
 * code stays the same size. Modules are whole pixels at every picture size; remaining pixels widen
 * the quiet zone.
 */
final class QrCode {

  private static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  /** Adjacent dark modules in a row. */
  record Run(int x, int y, int length) {}

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /** Throws IllegalArgumentException when the text is too long for any code (2,331 bytes). */
  static QrCode of(String text) {
    ByteMatrix smallest = encode(text, ErrorCorrectionLevel.M);
    for (ErrorCorrectionLevel better : List.of(ErrorCorrectionLevel.H, ErrorCorrectionLevel.Q)) {
      Optional<ByteMatrix> sameSize =
          tryToEncode(text, better).filter(code -> code.getWidth() == smallest.getWidth());
      if (sameSize.isPresent()) {
        return new QrCode(sameSize.get());
      }
    }
    return new QrCode(smallest);
  }

  private static ByteMatrix encode(String text, ErrorCorrectionLevel level) {
    return tryToEncode(text, level)
        .orElseThrow(() -> new IllegalArgumentException("too long for a QR code: " + text));
  }

  /** Encodes ASCII without a character set mark (ECI), on which old scanners fail. */
  private static Optional<ByteMatrix> tryToEncode(String text, ErrorCorrectionLevel level) {
    boolean ascii = text.chars().allMatch(c -> c < 128);
    Map<EncodeHintType, ?> hints =
        ascii ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
    try {
      return Optional.of(Encoder.encode(text, level, hints).getMatrix());
    } catch (WriterException tooLong) {
      return Optional.empty();
    }
  }

  /** Number of modules per side with the quiet zone, and so the smallest picture in pixels. */
  int width() {
    return modules.getWidth() + 2 * QUIET_ZONE;
  }

  byte[] svg() {
    StringBuilder path = new StringBuilder();
    for (Run run : runs()) {
      path.append('M').append(run.x()).append(' ').append(run.y());
      path.append('h').append(run.length()).append("v1h-").append(run.length()).append('z');
    }
    String svg =
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#000" d="%3$s"/></svg>
            """,
            width(),
            width(),
            path);
    return svg.getBytes(StandardCharsets.UTF_8);
  }

  /** Runs of dark modules per row; coordinates count from the corner of the quiet zone. */
  List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int length = 0;
        while (x + length < modules.getWidth() && modules.get(x + length, y) == 1) {
          length++;
        }
        if (length > 0) {
          runs.add(new Run(x + QUIET_ZONE, y + QUIET_ZONE, length));
        }
        x += Math.max(length, 1);
      }
    }
    return runs;
  }

  /**
   * @param size length of a side in pixels
   * @throws org.yujian.shared.problem.Problem {@code qr-too-small} below {@link #width}
   */
  byte[] png(int size) {
    if (size < width()) {
      throw TargetProblems.tooSmall(size, width());
    }
    int module = size / width();
    int margin = (size - module * modules.getWidth()) / 2;
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, size, size);
    pen.setColor(Color.BLACK);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          pen.fillRect(margin + x * module, margin + y * module, module, module);
        }
      }
    }
    pen.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
