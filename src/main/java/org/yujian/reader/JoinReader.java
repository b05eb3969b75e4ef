package org.yujian.reader;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Joins this device with the reader whose other device shows the code.
 *
 * @param code code that the other device shows
 */
@Schema(name = "JoinReader")
public record JoinReader(@NotBlank @Size(max = 64) String code) {}
