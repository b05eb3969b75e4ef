package org.yujian.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.media.rendering.Focal;
import org.yujian.media.rendering.RenderedPicture;

/**
 * Names of a picture's files and the addresses that show them: {@code /media/KEY/640.webp}, covers
 * with their focal point in hundredths, {@code /media/KEY/wide-50x33-640.jpg}. A file never
 * changes, so that it may be cached; another focal point makes other files.
 */
final class PictureFiles {

  static final String ORIGINAL = "original";
  static final String ANIMATION = "animation.gif";

  /** Smallest files first. */
  private static final List<String> ENDINGS = List.of("webp", "jpg");

  private static final Pattern ADDRESS =
      Pattern.compile("/media/([A-Za-z0-9_-]{22})/[A-Za-z0-9.{}-]{1,60}");
  private static final Pattern CUT = Pattern.compile("(wide|square)-(\\d.*)");
  private static final Pattern SQUARE = Pattern.compile("square-(\\d+)\\.jpg");

  private PictureFiles() {}

  /** The key of a picture of this server, from the path of one of its addresses. */
  static Optional<String> key(String path) {
    Matcher matcher = ADDRESS.matcher(path);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Widths at which both covers exist; a square is never wider than the picture is high. */
  static Integer[] coverWidths(RenderedPicture rendered) {
    return rendered.files().keySet().stream()
        .map(SQUARE::matcher)
        .filter(Matcher::matches)
        .map(square -> Integer.valueOf(square.group(1)))
        .filter(width -> rendered.files().containsKey("wide-" + width + ".jpg"))
        .sorted()
        .toArray(Integer[]::new);
  }

  /** The rendered files under the names that storage and addresses have for them. */
  static Map<String, byte[]> named(String key, Map<String, byte[]> rendered, Focal focal) {
    Map<String, byte[]> named = new TreeMap<>();
    rendered.forEach(
        (name, bytes) -> {
          Matcher cut = CUT.matcher(name);
          String file =
              cut.matches() ? cut.group(1) + "-" + point(focal) + "-" + cut.group(2) : name;
          named.put(key + "/" + file, bytes);
        });
    return named;
  }

  /** Name of the smallest cover, which exists when all of them do; empty for a tiny picture. */
  static Optional<String> someCover(StoredPicture stored, Focal focal) {
    return Arrays.stream(stored.coverWidths)
        .findFirst()
        .map(width -> stored.key + "/square-" + point(focal) + "-" + width + ".jpg");
  }

  private static String point(Focal focal) {
    return String.format(
        Locale.ROOT, "%dx%d", Math.round(focal.x() * 100), Math.round(focal.y() * 100));
  }

  static Picture picture(StoredPicture stored, Focal focal, String alt, String caption) {
    String base = "/media/" + stored.key + "/";
    return new Picture(
        base + "{w}.jpg",
        ENDINGS,
        stored.widths(),
        stored.width,
        stored.height,
        stored.coverWidths.length == 0
            ? null
            : new Picture.Covers(
                base + "wide-" + point(focal) + "-{w}.jpg",
                base + "square-" + point(focal) + "-{w}.jpg",
                List.of(stored.coverWidths)),
        stored.animated ? base + ANIMATION : null,
        stored.placeholder,
        stored.thumbHash,
        PictureSettings.point(focal),
        alt,
        caption);
  }
}
