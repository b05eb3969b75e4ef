package org.yujian.media.rendering;

import java.util.Locale;

/** What may be decoded at all. Checked on the header, before anything is decoded. */
final class PictureLimits {

  static final int BYTES = 10 * 1024 * 1024;

  private static final int SIDE = 20_000;
  private static final long PIXELS = 50_000_000;
  private static final long PIXELS_IN_MEMORY = 16_000_000;
  private static final int FRAMES = 1_000;
  private static final long PIXELS_OF_ALL_FRAMES = 200_000_000;

  private PictureLimits() {}

  static void checkLength(int bytes) {
    if (bytes > BYTES) {
      throw tooLarge("The file has more than 10 MB. Save it smaller or with a lower quality.");
    }
  }

  static void check(PictureHeader header) {
    if (header.width() < 1 || header.height() < 1) {
      throw PictureRefused.damaged("The picture has no pixels.");
    }
    String size = String.format(Locale.ROOT, "%,d × %,d", header.width(), header.height());
    if (header.width() > SIDE || header.height() > SIDE) {
      throw tooLarge("A side may have 20,000 pixels; the picture has " + size + ". Cut it.");
    }
    if (header.pixels() > PIXELS) {
      throw tooLarge(
          "The picture may have 50 megapixels and has " + size + " pixels. Save it smaller.");
    }
    if (header.wholeInMemory() && header.pixels() > PIXELS_IN_MEMORY) {
      throw tooLarge(
          "A progressive JPEG, an interlaced PNG and a lossless WebP may have 16 megapixels; this"
              + " one has "
              + size
              + " pixels. Save it smaller, or without “progressive” or “interlaced”.");
    }
    if (header.frames() > FRAMES || header.frames() * header.pixels() > PIXELS_OF_ALL_FRAMES) {
      throw tooLarge(
          String.format(
              Locale.ROOT,
              "The animation has %,d frames of %s pixels. It may have 1,000 frames and 200"
                  + " megapixels in all of them. Save it smaller or shorter.",
              header.frames(),
              size));
    }
  }

  static PictureRefused tooLarge(String text) {
    return new PictureRefused(PictureRefused.TOO_LARGE, text);
  }
}
