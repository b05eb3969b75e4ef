package org.yujian.home;

import java.util.List;
import java.util.stream.Collectors;
import org.yujian.media.Picture;

/**
 * Addresses of a wide cover for {@code <picture>}, in several widths.
 *
 * @param webp candidates for {@code srcset}, smaller files
 * @param jpeg candidates for {@code srcset}
 * @param src address for browsers without {@code srcset}
 */
record CoverImage(String webp, String jpeg, String src, String alt) {

  /** Null when the picture is missing, on another server, or too small to be cut. */
  static CoverImage of(Picture picture) {
    if (picture == null || picture.covers() == null) {
      return null;
    }
    String jpeg = picture.covers().wide();
    List<Integer> widths = picture.covers().widths();
    return new CoverImage(
        candidates(jpeg.substring(0, jpeg.lastIndexOf('.')) + ".webp", widths),
        candidates(jpeg, widths),
        jpeg.replace("{w}", widths.get(0).toString()),
        picture.alt() == null ? "" : picture.alt());
  }

  private static String candidates(String url, List<Integer> widths) {
    return widths.stream()
        .map(width -> url.replace("{w}", width.toString()) + " " + width + "w")
        .collect(Collectors.joining(", "));
  }
}
