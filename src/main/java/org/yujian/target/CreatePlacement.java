package org.yujian.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * A new placement.
 *
 * @param label name at the desk
 * @param place where the code is displayed, for people
 * @param scene label that follows and scans keep of the placement; never changes and is used once
 *     for each follow target; generated when absent
 * @param endsAt time in the future at which the placement ends; permanent when absent
 */
@Schema(name = "CreatePlacement")
public record CreatePlacement(
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
    @Schema(minLength = 1, maxLength = LONGEST_SCENE)
        @PlainLine
        @Characters(max = LONGEST_SCENE)
        @Pattern(regexp = "\\S(?:.*\\S)?")
        String scene,
    Instant endsAt) {

  static final int LONGEST_SCENE = 64;

  PlacementSettings settings() {
    return new PlacementSettings(label, medium, place, endsAt);
  }
}
