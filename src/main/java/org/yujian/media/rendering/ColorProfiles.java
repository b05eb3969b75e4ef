package org.yujian.media.rendering;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;

/** Converts pixels from an embedded ICC profile to sRGB. */
final class ColorProfiles {

  private static final int ROWS = 64;

  private ColorProfiles() {}

  /**
   * Changes the picture itself. A profile that is damaged, that is sRGB, or that is not for RGB is
   * ignored.
   */
  static void toSrgb(BufferedImage image, byte[] profile) {
    if (profile == null || isSrgb(profile)) {
      return;
    }
    try {
      ICC_Profile from = ICC_Profile.getInstance(profile);
      if (from.getColorSpaceType() == ColorSpace.TYPE_RGB) {
        ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        convert(image, new ColorConvertOp(new ICC_Profile[] {from, srgb}, null));
      }
    } catch (IllegalArgumentException | CMMException damaged) {
      // Nothing was converted: the colors stay as they are stored.
    }
  }

  private static boolean isSrgb(byte[] profile) {
    String text = new String(profile, StandardCharsets.ISO_8859_1);
    return text.contains("sRGB IEC61966");
  }

  private static void convert(BufferedImage image, ColorConvertOp operation) {
    int width = image.getWidth();
    WritableRaster from = raster(width);
    WritableRaster to = raster(width);
    int[] pixels = new int[width * ROWS];
    byte[] bytes = new byte[width * ROWS * 3];
    for (int y = 0; y < image.getHeight(); y += ROWS) {
      int rows = Math.min(ROWS, image.getHeight() - y);
      image.getRGB(0, y, width, rows, pixels, 0, width);
      for (int i = 0, b = 0; i < width * rows; i++) {
        bytes[b++] = (byte) (pixels[i] >> 16);
        bytes[b++] = (byte) (pixels[i] >> 8);
        bytes[b++] = (byte) pixels[i];
      }
      from.setDataElements(0, 0, width, ROWS, bytes);
      operation.filter(from, to);
      to.getDataElements(0, 0, width, ROWS, bytes);
      for (int i = 0, b = 0; i < width * rows; i++) {
        pixels[i] =
            pixels[i] & 0xFF000000
                | (bytes[b++] & 0xFF) << 16
                | (bytes[b++] & 0xFF) << 8
                | bytes[b++] & 0xFF;
      }
      image.setRGB(0, y, width, rows, pixels, 0, width);
    }
  }

  private static WritableRaster raster(int width) {
    return Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, ROWS, 3, null);
  }
}
