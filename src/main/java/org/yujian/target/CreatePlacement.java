package org.yujian.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * A new placement; see {@link PlacementSettings}.
 *
 * @param scene what follows and scans remember of it, never changed later and never used again for
 *     this follow target; made when missing
 */
@Schema(name = "CreatePlacement")
public record CreatePlacement(
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
    @Schema(minLength = 1, maxLength = LONGEST_SCENE, description = "Made when missing")
        @PlainLine
        @Characters(max = LONGEST_SCENE)
        @Pattern(regexp = "\\S(?:.*\\S)?")
        String scene,
    @Schema(description = "In the future; without it the placement is permanent") Instant endsAt) {

  static final int LONGEST_SCENE = 64;

  PlacementSettings settings() {
    return new PlacementSettings(label, medium, place, endsAt);
  }
}
