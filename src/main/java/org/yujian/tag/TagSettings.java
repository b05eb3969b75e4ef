package org.yujian.tag;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the desk may change of a tag. */
@Schema(name = "TagSettings")
public record TagSettings(@NotBlank @Size(max = 32) String name) {}
