package org.yujian.testing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures that tests upload, drawn by the JDK. */
public final class DrawnPicture {

  private DrawnPicture() {}

  /** A picture in two colors: left of the middle the first, right of it the second. */
  public static byte[] png(int width, int height, Color left, Color right) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(left);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(right);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return written(image, "png");
  }

  /** Different bytes for each seed. */
  public static byte[] png(int width, int height, int seed) {
    return png(width, height, new Color(seed * 7919 & 0xFFFFFF), Color.WHITE);
  }

  /** A QR code, as a document shows it below 扫描二维码. */
  public static byte[] code(String text) {
    try {
      BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 400, 400);
      BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < 400; y++) {
        for (int x = 0; x < 400; x++) {
          image.setRGB(x, y, code.get(x, y) ? 0x000000 : 0xFFFFFF);
        }
      }
      return written(image, "png");
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
