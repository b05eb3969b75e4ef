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
 * The settings of a placement that the desk may change.
 *
 * @param label name at the desk
 * @param place where the code is displayed, for people
 * @param endsAt time in the future at which the placement ends; permanent when absent
 */
@Schema(name = "PlacementSettings")
public record PlacementSettings(
    @NotBlank
        @PlainLine
        @Schema(maxLength = PlacementSettings.LONGEST)
        @Characters(max = PlacementSettings.LONGEST)
        String label,
    @NotNull @Pattern(regexp = PlacementSettings.MEDIUM) String medium,
    @PlainLine
        @Schema(maxLength = PlacementSettings.LONGEST_PLACE)
        @Characters(max = PlacementSettings.LONGEST_PLACE)
        String place,
    Instant endsAt) {

  static final int LONGEST = 64;
  static final int LONGEST_PLACE = 128;
  static final String MEDIUM = "print|screen|page|partner";

  public PlacementSettings {
    label = label == null ? null : NameKeys.clean(label);
  }

  static PlacementSettings of(Placement placement) {
    return new PlacementSettings(
        placement.label, placement.medium, placement.place, placement.endsAt);
  }
}
