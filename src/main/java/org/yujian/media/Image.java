package org.yujian.media;

import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A picture as clients draw it: covers, avatars and pictures of bodies alike.
 *
 * @param url address, with {@code {w}} in place of one of the widths
 * @param widths widths that can be asked for, in pixels
 * @param width width of the original, in pixels
 * @param height height of the original, in pixels
 * @param placeholder a colour ({@code #rrggbb}) to show while the picture loads
 * @param focal point to keep when cropping: x and y from 0 to 1
 * @param alt text for those who cannot see it
 * @param caption text shown with it
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

  /** The address of the smallest picture that has this width, or of the widest there is. */
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
