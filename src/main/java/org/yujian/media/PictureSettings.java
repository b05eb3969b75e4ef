package org.yujian.media;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.rendering.Focal;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * What editors say about a picture.
 *
 * @param alt text for people who cannot see the picture
 * @param caption text to show with the picture
 * @param licence whose picture it is and on which terms it may be shown; for editors only
 * @param focal point to keep when cropping: x and y from 0 to 1; the center when absent
 */
@Schema(name = "PictureSettings")
public record PictureSettings(
    @PlainLine @Schema(maxLength = 300) @Characters(max = 300) String alt,
    @PlainLine @Schema(maxLength = 300) @Characters(max = 300) String caption,
    @PlainLine @Schema(maxLength = 300) @Characters(max = 300) String licence,
    @Schema(minItems = 2, maxItems = 2) @Size(min = 2, max = 2)
        List<@NotNull @DecimalMin("0") @DecimalMax("1") Double> focal) {

  /** Covers are cut at whole hundredths, which are part of their addresses. */
  private static final double STEPS = 100;

  public PictureSettings {
    alt = clean(alt);
    caption = clean(caption);
    licence = clean(licence);
    focal = focal == null ? null : focal.stream().map(PictureSettings::rounded).toList();
  }

  public static PictureSettings described(String alt) {
    return new PictureSettings(alt, null, null, null);
  }

  private static Double rounded(Double part) {
    return part == null ? null : Math.round(part * STEPS) / STEPS;
  }

  private static String clean(String text) {
    String cleaned = text == null ? "" : NameKeys.clean(text);
    return cleaned.isEmpty() ? null : cleaned;
  }

  Focal focalPoint() {
    return focal == null ? Focal.CENTER : new Focal(focal.get(0), focal.get(1));
  }

  /** Null for the center, which nobody chose. */
  static List<Double> point(Focal focal) {
    return focal.equals(Focal.CENTER) ? null : List.of(focal.x(), focal.y());
  }
}
