package org.yujian.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * What the desk may change of a placement.
 *
 * @param label what people at the desk call it
 * @param place where it hangs, for people
 * @param endsAt from when on its code leads nowhere; null: it is permanent
 */
@Schema(name = "PlacementSettings")
public record PlacementSettings(
    @NotBlank
        @PlainLine
        @Schema(maxLength = PlacementSettings.LONGEST)
        @Characters(max = PlacementSettings.LONGEST)
        String label,
    @Schema(description = PlacementSettings.MEDIA)
        @NotNull
        @Pattern(regexp = PlacementSettings.MEDIUM)
        String medium,
    @PlainLine
        @Schema(maxLength = PlacementSettings.LONGEST_PLACE)
        @Characters(max = PlacementSettings.LONGEST_PLACE)
        String place,
    @Schema(description = "In the future; without it the placement is permanent") Instant endsAt) {

  static final int LONGEST = 64;
  static final int LONGEST_PLACE = 128;
  static final String MEDIUM = "print|screen|page|partner";
  static final String MEDIA = "`print`, `screen`, `page` or `partner`";

  /** Labels differ by what is seen. */
  public PlacementSettings {
    label = label == null ? null : NameKeys.clean(label);
  }

  static PlacementSettings of(Placement placement) {
    return new PlacementSettings(
        placement.label, placement.medium, placement.place, placement.endsAt);
  }
}
