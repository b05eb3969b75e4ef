package org.yujian.media.rendering;

/**
 * The point of a picture that its covers keep.
 *
 * @param x from 0 (left) to 1 (right)
 * @param y from 0 (top) to 1 (bottom)
 */
public record Focal(double x, double y) {

  public static final Focal CENTER = new Focal(0.5, 0.5);

  /** Throws IllegalArgumentException when a coordinate is outside of 0 to 1. */
  public Focal {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
      throw new IllegalArgumentException("A focal point lies between 0 and 1: " + x + ", " + y);
    }
  }
}
