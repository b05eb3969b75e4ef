package org.yujian.tag;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * The settings of a tag that the desk may change.
 *
 * @param name name as readers see it
 */
@Schema(name = "TagSettings")
public record TagSettings(
    @NotBlank @PlainLine @Schema(maxLength = LONGEST) @Characters(max = LONGEST) String name) {

  static final int LONGEST = 32;

  public TagSettings {
    name = name == null ? null : NameKeys.clean(name);
  }
}
