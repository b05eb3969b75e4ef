package org.yujian.tag;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * A new tag.
 *
 * @param slug name in URLs, never changed later; made from the pinyin of the name when absent
 * @param name name as readers see it
 */
@Schema(name = "CreateTag")
public record CreateTag(
    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String slug,
    @NotBlank
        @PlainLine
        @Schema(maxLength = TagSettings.LONGEST)
        @Characters(max = TagSettings.LONGEST)
        String name) {

  public CreateTag {
    name = name == null ? null : NameKeys.clean(name);
  }
}
