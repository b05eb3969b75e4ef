package org.yujian.media;

import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A picture for clients: covers, avatars and pictures in bodies.
 *
 * @param url address, with {@code {w}} in place of one of the widths
 * @param widths available widths, in pixels
 * @param width width of the original, in pixels
 * @param height height of the original, in pixels
 * @param placeholder a color ({@code #rrggbb}) to show while the picture loads
 * @param focal point to keep when cropping: x and y from 0 to 1
 * @param alt text for people who cannot see the picture
 * @param caption text shown with the picture
 */
@Schema(
    name = "Picture",
    requiredProperties = {"url", "widths", "width", "height"})
public record Image(
    String url,
    List<Integer> widths,
    Integer width,
    Integer height,
    String placeholder,
    List<Double> focal,
    String alt,
    String caption) {

  /** URL of the smallest picture that is at least this wide, or of the widest available one. */
  public String at(int pixels) {
    if (url == null || widths == null || widths.isEmpty()) {
      return url;
    }
    int best =
        widths.stream()
            .filter(offered -> offered >= pixels)
            .min(Integer::compare)
            .orElseGet(() -> Collections.max(widths));
    return url.replace("{w}", Integer.toString(best));
  }
}
