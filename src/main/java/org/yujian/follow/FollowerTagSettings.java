package org.yujian.follow;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * A new follower tag, or what the desk may change of one.
 *
 * @param name name at the desk
 */
@Schema(name = "FollowerTagSettings")
public record FollowerTagSettings(
    @NotBlank @PlainLine @Schema(maxLength = LONGEST) @Characters(max = LONGEST) String name) {

  static final int LONGEST = 32;

  public FollowerTagSettings {
    name = name == null ? null : NameKeys.clean(name);
  }
}
