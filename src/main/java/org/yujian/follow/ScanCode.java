package org.yujian.follow;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;

/**
 * A scanned code.
 *
 * @param code the part after {@code /f/}, or the whole address
 */
@Schema(name = "ScanCode")
public record ScanCode(
    @NotBlank @Schema(maxLength = ScanCode.LONGEST) @Characters(max = ScanCode.LONGEST)
        String code) {
  static final int LONGEST = 1_000;
}
