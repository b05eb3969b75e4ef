package org.yujian.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the desk may change of an outside follow target, and what makes a new one.
 *
 * @param url what its QR code leads to, http or https; without one it stays {@code needs-image}
 */
@Schema(name = "FollowTargetSettings")
public record FollowTargetSettings(
    @NotBlank @Size(max = 64) String name,
    @Size(max = 500) @Pattern(regexp = "https?://[^\\s]+") String url) {

  static FollowTargetSettings of(FollowTarget target) {
    return new FollowTargetSettings(target.name, target.url);
  }
}
