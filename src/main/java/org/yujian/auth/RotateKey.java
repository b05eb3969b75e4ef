package org.yujian.auth;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Request for a new secret of a key.
 *
 * @param overlapSeconds seconds for which the current secret still works, up to seven days
 */
@Schema(name = "RotateKey")
public record RotateKey(@NotNull @Min(0) @Max(604_800) Integer overlapSeconds) {}
