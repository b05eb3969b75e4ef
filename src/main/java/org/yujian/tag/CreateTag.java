package org.yujian.tag;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new tag.
 *
 * @param slug its name in URLs, never changed later; made from the name's pinyin when missing
 */
@Schema(name = "CreateTag")
public record CreateTag(
    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String slug,
    @NotBlank @Size(max = 32) String name) {}
