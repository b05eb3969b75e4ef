package org.yujian.media.rendering;

/**
 * Facts from the header of a picture.
 *
 * @param mediaType {@code image/jpeg}, {@code image/png}, {@code image/gif} or {@code image/webp}
 * @param width in pixels, after the orientation is applied
 * @param height in pixels, after the orientation is applied
 * @param orientation of the stored pixels: 1 to 8 as in EXIF, tag 0x0112
 * @param frames more than 1 for an animation
 * @param wholeInMemory whether a decoder needs memory for all pixels at once: progressive JPEG,
 *     interlaced PNG, lossless WebP
 */
public record PictureHeader(
    String mediaType, int width, int height, int orientation, int frames, boolean wholeInMemory) {

  static final String JPEG = "image/jpeg";
  static final String PNG = "image/png";
  static final String GIF = "image/gif";
  static final String WEBP = "image/webp";

  /** The size is that of the stored pixels. */
  static PictureHeader stored(
      String mediaType, int width, int height, int orientation, int frames, boolean whole) {
    return orientation > 4
        ? new PictureHeader(mediaType, height, width, orientation, frames, whole)
        : new PictureHeader(mediaType, width, height, orientation, frames, whole);
  }

  int storedWidth() {
    return orientation > 4 ? height : width;
  }

  int storedHeight() {
    return orientation > 4 ? width : height;
  }

  long pixels() {
    return (long) width * height;
  }
}
