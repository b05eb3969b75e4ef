package org.yujian.media.rendering;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Scales a picture to the widths of phones, whole and cut for covers, and hands each file on. */
final class Renditions {

  private static final List<Integer> WIDTHS = List.of(320, 640, 1080, 1920);
  private static final int WIDEST = 1920;

  /** Width by height of the wide cover. */
  private static final double WIDE = 2.35;

  /** WebP files have at most 16,383 pixels a side. */
  private static final int HIGHEST = 16_383;

  /**
   * Of one rendition; a long screenshot is made narrower. The WebP encoder takes 50 bytes for a
   * pixel with alpha.
   */
  private static final int MOST_PIXELS = 8_000_000;

  private static final int MOST_PIXELS_WITH_ALPHA = 4_000_000;

  /** Takes each file as soon as it is written, so that not all are in memory at once. */
  interface Files {
    void add(String name, byte[] bytes) throws IOException;
  }

  /** The largest and the smallest rendition, which can be the same. */
  record Pair(BufferedImage widest, BufferedImage smallest) {}

  private final DecodedPicture picture;
  private final RenditionWriter writer = new RenditionWriter();
  private final Files files;

  Renditions(DecodedPicture picture, Files files) {
    this.picture = picture;
    this.files = files;
  }

  Pair whole() throws IOException {
    return all("", picture.whole(), (double) picture.width() / picture.height());
  }

  void covers(Focal focal) throws IOException {
    all("wide-", cut(WIDE, focal), WIDE);
    all("square-", cut(1, focal), 1);
  }

  List<Integer> widths() {
    return widths(picture.whole());
  }

  private List<Integer> widths(Rectangle region) {
    double ratio = (double) region.width / region.height;
    int pixels = picture.transparent() ? MOST_PIXELS_WITH_ALPHA : MOST_PIXELS;
    double most = Math.min(HIGHEST * ratio, Math.sqrt(pixels * ratio));
    int widest = (int) Math.max(1, Math.min(region.width, most));
    Stream<Integer> smaller = WIDTHS.stream().filter(width -> width <= widest);
    Stream<Integer> own =
        WIDTHS.contains(widest) || widest > WIDEST ? Stream.of() : Stream.of(widest);
    return Stream.concat(smaller, own).toList();
  }

  /** Each width is made from the next larger one. */
  private Pair all(String prefix, Rectangle region, double ratio) throws IOException {
    List<Integer> widths = widths(region);
    BufferedImage widest = null;
    BufferedImage image = null;
    for (int i = widths.size() - 1; i >= 0; i--) {
      int width = widths.get(i);
      int height = (int) Math.max(1, Math.min(HIGHEST, Math.round(width / ratio)));
      image =
          image == null
              ? picture.scaled(region, width, height)
              : Scaling.scaled(image, width, height);
      widest = widest == null ? image : widest;
      files.add(prefix + width + ".jpg", writer.jpeg(image));
      files.add(prefix + width + ".webp", writer.webp(image));
    }
    return new Pair(widest, image);
  }

  /** The largest region of this form around the focal point. */
  private Rectangle cut(double ratio, Focal focal) {
    int width = (int) Math.min(picture.width(), Math.round(picture.height() * ratio));
    int height = (int) Math.min(picture.height(), Math.max(1, Math.round(width / ratio)));
    int x = (int) Math.round(focal.x() * picture.width() - width / 2.0);
    int y = (int) Math.round(focal.y() * picture.height() - height / 2.0);
    return new Rectangle(
        Math.max(0, Math.min(x, picture.width() - width)),
        Math.max(0, Math.min(y, picture.height() - height)),
        width,
        height);
  }
}
