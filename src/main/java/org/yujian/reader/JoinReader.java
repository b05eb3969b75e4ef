package org.yujian.reader;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param code as another device shows it
 */
@Schema(name = "JoinReader", description = "This device becomes one of another device's reader.")
public record JoinReader(@NotBlank @Size(max = 64) String code) {}
