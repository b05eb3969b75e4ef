package org.yujian.target;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Entities;

/** Writes a poster as SVG in which text is paths, so that every viewer shows the same. */
final class PosterSvg {

  /** Characters of a path's segments: move, line, quadratic, cubic, close. */
  private static final String SEGMENTS = "MLQCZ";

  /** Coordinates of each kind of segment. */
  private static final int[] NUMBERS = {2, 2, 4, 6, 0};

  private final StringBuilder svg = new StringBuilder();

  PosterSvg(int width, int height, String title) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " viewBox=\"0 0 %1$d %2$d\" role=\"img\"><title>%s</title>",
        width, height, Entities.escape(title));
    add("<path fill=\"%s\" d=\"M0 0h%dv%dH0z\"/>", hex(PosterSheet.PAPER), width, height);
  }

  byte[] write(List<PosterSheet.Photo> photos, List<PosterSheet.Fill> fills) {
    photos.forEach(this::photo);
    fills.forEach(this::fill);
    svg.append("</svg>\n");
    return svg.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void photo(PosterSheet.Photo photo) {
    Rectangle2D.Float place = photo.place();
    if (photo.round()) {
      add("<clipPath id=\"face\"><path d=\"%s\"/></clipPath>", path(photo.shape()));
    }
    add(
        "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
            + " preserveAspectRatio=\"xMidYMid slice\"%s href=\"data:image/jpeg;base64,",
        number(place.x),
        number(place.y),
        number(place.width),
        number(place.height),
        photo.round() ? " clip-path=\"url(#face)\"" : "");
    svg.append(Base64.getEncoder().encodeToString(photo.jpeg())).append("\"/>");
  }

  private void fill(PosterSheet.Fill fill) {
    String color = hex(fill.color());
    String outline =
        fill.outline() == 0
            ? ""
            : " stroke=\"" + color + "\" stroke-width=\"" + number(fill.outline()) + "\"";
    add("<path fill=\"%s\"%s d=\"%s\"/>", color, outline, path(fill.shape()));
  }

  static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    float[] numbers = new float[6];
    for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) {
      int kind = at.currentSegment(numbers);
      path.append(SEGMENTS.charAt(kind));
      for (int i = 0; i < NUMBERS[kind]; i++) {
        path.append(i == 0 ? "" : " ").append(number(numbers[i]));
      }
    }
    return path.toString();
  }

  /** Two decimals, which is finer than any screen shows. */
  private static String number(float value) {
    long hundredths = Math.round(value * 100.0);
    long rest = Math.abs(hundredths % 100);
    String whole = (hundredths < 0 && hundredths > -100 ? "-" : "") + hundredths / 100;
    if (rest == 0) {
      return whole;
    }
    return whole + (rest < 10 ? ".0" : ".") + (rest % 10 == 0 ? rest / 10 : rest);
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
  }

  private void add(String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values));
  }
}
