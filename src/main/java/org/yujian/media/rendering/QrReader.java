package org.yujian.media.rendering;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Map;

/** Reads the text of a QR code (ISO/IEC 18004) somewhere in a picture. */
final class QrReader {

  /** Codes are found in small pictures as well, and faster. */
  private static final double MOST_PIXELS = 1_200_000;

  private static final int LONGEST_TEXT = 2_000;

  private QrReader() {}

  /** Returns null when there is no readable code or its text is longer than 2,000 characters. */
  static String text(BufferedImage image) {
    double scale =
        Math.min(1, Math.sqrt(MOST_PIXELS / ((double) image.getWidth() * image.getHeight())));
    int width = (int) Math.max(1, image.getWidth() * scale);
    int height = (int) Math.max(1, image.getHeight() * scale);
    BufferedImage small = Scaling.scaled(image, width, height);
    BufferedImage opaque = small.getColorModel().hasAlpha() ? Pixels.onWhite(small) : small;
    BufferedImage gray = Pixels.copy(opaque, BufferedImage.TYPE_BYTE_GRAY);
    byte[] luminance = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
    LuminanceSource source =
        new PlanarYUVLuminanceSource(luminance, width, height, 0, 0, width, height, false);
    String text = text(new BinaryBitmap(new HybridBinarizer(source)));
    if (text == null) {
      text = text(new BinaryBitmap(new GlobalHistogramBinarizer(source)));
    }
    return text == null || text.isEmpty() || text.length() > LONGEST_TEXT ? null : text;
  }

  private static String text(BinaryBitmap bitmap) {
    try {
      return new QRCodeReader()
          .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
          .getText();
    } catch (ReaderException noCode) {
      return null;
    }
  }
}
