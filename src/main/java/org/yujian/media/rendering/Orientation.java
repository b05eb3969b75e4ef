package org.yujian.media.rendering;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.image.BufferedImage;

/** The eight orientations of EXIF: turns and mirrors stored pixels into the form to show. */
final class Orientation {

  private Orientation() {}

  static BufferedImage apply(int orientation, BufferedImage stored) {
    if (orientation == 1) {
      return stored;
    }
    boolean turned = orientation > 4;
    BufferedImage shown =
        new BufferedImage(
            turned ? stored.getHeight() : stored.getWidth(),
            turned ? stored.getWidth() : stored.getHeight(),
            stored.getType());
    Graphics2D graphics = shown.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(stored, transform(orientation, stored.getWidth(), stored.getHeight()), null);
    graphics.dispose();
    return shown;
  }

  /** The part of the stored pixels that is shown as this region. */
  static Rectangle stored(int orientation, Rectangle shown, int width, int height) {
    try {
      return transform(orientation, width, height)
          .createInverse()
          .createTransformedShape(shown)
          .getBounds();
    } catch (NoninvertibleTransformException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** From stored to shown coordinates; width and height are those of the stored pixels. */
  private static AffineTransform transform(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
