package org.yujian.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.Picture;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * The settings of an outside follow target that the desk may change or create it with.
 *
 * @param name name as readers see it
 * @param url http or https URL that its QR code leads to; without one the status is {@code
 *     needs-image} unless it has a picture
 * @param image picture of its code: a picture of an account here, named by its {@code url}
 */
@Schema(name = "FollowTargetSettings")
public record FollowTargetSettings(
    @NotBlank @PlainLine @Schema(maxLength = 64) @Characters(max = 64) String name,
    @PlainLine
        @Schema(maxLength = LONGEST_URL)
        @Characters(max = LONGEST_URL)
        @Pattern(regexp = URL)
        String url,
    Picture image) {

  private static final int LONGEST_URL = 500;
  private static final String URL = "https?://[^\\s]+";

  public FollowTargetSettings {
    name = name == null ? null : NameKeys.clean(name);
  }

  static boolean isUrl(String text) {
    return text.length() <= LONGEST_URL && text.matches(URL);
  }

  static FollowTargetSettings of(FollowTarget target) {
    return new FollowTargetSettings(target.name, target.url, target.image);
  }

  FollowTargetSettings withImage(Picture other) {
    return new FollowTargetSettings(name, url, other);
  }
}
