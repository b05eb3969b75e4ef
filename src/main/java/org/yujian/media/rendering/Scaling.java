package org.yujian.media.rendering;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller: halves them as often as it goes, then interpolates bilinearly. */
final class Scaling {

  private Scaling() {}

  static BufferedImage scaled(BufferedImage image, int width, int height) {
    Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
    return scaled(image, all, width, height);
  }

  static BufferedImage scaled(BufferedImage image, Rectangle region, int width, int height) {
    BufferedImage current = image;
    Rectangle part = region;
    do {
      int nextWidth = part.width >= 2 * width ? (part.width + 1) / 2 : width;
      int nextHeight = part.height >= 2 * height ? (part.height + 1) / 2 : height;
      current = drawn(current, part, nextWidth, nextHeight);
      part = new Rectangle(nextWidth, nextHeight);
    } while (part.width > width || part.height > height);
    return current;
  }

  private static BufferedImage drawn(BufferedImage image, Rectangle part, int width, int height) {
    BufferedImage result = new BufferedImage(width, height, type(image));
    Graphics2D graphics = result.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        image,
        0,
        0,
        width,
        height,
        part.x,
        part.y,
        part.x + part.width,
        part.y + part.height,
        null);
    graphics.dispose();
    return result;
  }

  private static int type(BufferedImage image) {
    return image.getColorModel().hasAlpha()
        ? BufferedImage.TYPE_INT_ARGB
        : BufferedImage.TYPE_3BYTE_BGR;
  }
}
