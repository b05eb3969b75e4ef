package org.yujian.tag;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * What the desk may change of a tag.
 *
 * @param name name as readers see it
 */
@Schema(name = "TagSettings")
public record TagSettings(
    @NotBlank @PlainLine @Schema(maxLength = LONGEST) @Characters(max = LONGEST) String name) {

  /** Code points of a name. */
  static final int LONGEST = 32;

  /** Names differ by what is seen. */
  public TagSettings {
    name = name == null ? null : NameKeys.clean(name);
  }
}
