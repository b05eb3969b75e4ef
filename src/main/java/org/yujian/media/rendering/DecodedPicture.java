package org.yujian.media.rendering;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/**
 * Pixels in sRGB, in the orientation in which they are stored. They are turned when they are
 * scaled, so that the large picture is in memory only once.
 */
record DecodedPicture(BufferedImage stored, int orientation) {

  int width() {
    return orientation > 4 ? stored.getHeight() : stored.getWidth();
  }

  int height() {
    return orientation > 4 ? stored.getWidth() : stored.getHeight();
  }

  boolean transparent() {
    return stored.getColorModel().hasAlpha();
  }

  Rectangle whole() {
    return new Rectangle(width(), height());
  }

  /** A region of the picture as it is shown, in a smaller size. */
  BufferedImage scaled(Rectangle region, int width, int height) {
    Rectangle part = Orientation.stored(orientation, region, stored.getWidth(), stored.getHeight());
    boolean turned = orientation > 4;
    BufferedImage small =
        Scaling.scaled(stored, part, turned ? height : width, turned ? width : height);
    return Orientation.apply(orientation, small);
  }
}
