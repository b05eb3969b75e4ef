package org.yujian.media.rendering;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Brings decoded pixels into a form that is drawn quickly, with alpha only where it is used. */
final class Pixels {

  private Pixels() {}

  static BufferedImage standard(BufferedImage image) {
    return switch (image.getType()) {
      case BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB -> image;
      case BufferedImage.TYPE_INT_ARGB -> withoutNeedlessAlpha(image);
      case BufferedImage.TYPE_CUSTOM, BufferedImage.TYPE_USHORT_GRAY ->
          withoutNeedlessAlpha(fromSamples(image));
      default ->
          image.getColorModel().hasAlpha()
              ? withoutNeedlessAlpha(copy(image, BufferedImage.TYPE_INT_ARGB))
              : copy(image, BufferedImage.TYPE_3BYTE_BGR);
    };
  }

  /** Puts a frame of an animation to its place, with nothing around it. */
  static BufferedImage onCanvas(
      BufferedImage image, Rectangle frame, PictureHeader header, int step) {
    if (frame.equals(new Rectangle(header.storedWidth(), header.storedHeight()))) {
      return image;
    }
    BufferedImage canvas =
        new BufferedImage(
            PictureDecoder.parts(header.storedWidth(), step),
            PictureDecoder.parts(header.storedHeight(), step),
            BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(image, frame.x / step, frame.y / step, null);
    graphics.dispose();
    return canvas;
  }

  static BufferedImage onWhite(BufferedImage image) {
    BufferedImage result =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = result.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return result;
  }

  static BufferedImage copy(BufferedImage image, int type) {
    BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D graphics = result.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return result;
  }

  /** 8 or 16 bits of gray, gray and alpha, RGB, or RGBA, as PNG has them. */
  private static BufferedImage fromSamples(BufferedImage image) {
    ColorModel model = image.getColorModel();
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    boolean gray = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    int shift = model.getComponentSize(0) - 8;
    if (shift < 0 || bands != (gray ? 1 : 3) + (model.hasAlpha() ? 1 : 0)) {
      return copy(image, BufferedImage.TYPE_INT_ARGB);
    }
    int width = image.getWidth();
    BufferedImage result = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    int[] samples = new int[width * bands];
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, samples);
      for (int x = 0, s = 0; x < width; x++, s += bands) {
        int red = samples[s] >> shift;
        int green = gray ? red : samples[s + 1] >> shift;
        int blue = gray ? red : samples[s + 2] >> shift;
        int alpha = model.hasAlpha() ? samples[s + bands - 1] >> shift : 0xFF;
        row[x] = alpha << 24 | red << 16 | green << 8 | blue;
      }
      result.getRaster().setDataElements(0, y, width, 1, row);
    }
    return result;
  }

  private static BufferedImage withoutNeedlessAlpha(BufferedImage image) {
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getDataElements(0, y, row.length, 1, row);
      for (int pixel : row) {
        if (pixel >>> 24 != 0xFF) {
          return image;
        }
      }
    }
    return sameWithoutAlpha(image);
  }

  /** The pixels are not copied. */
  private static BufferedImage sameWithoutAlpha(BufferedImage image) {
    DirectColorModel model = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
    WritableRaster raster =
        Raster.createPackedRaster(
            image.getRaster().getDataBuffer(),
            image.getWidth(),
            image.getHeight(),
            image.getWidth(),
            model.getMasks(),
            null);
    return new BufferedImage(model, raster, false, null);
  }
}
