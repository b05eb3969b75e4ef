package org.yujian.reader;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A code to type or scan on another device; valid once.
 *
 * @param code two groups of five letters and digits; upper and lower case are the same
 * @param expiresAt time at which the code expires
 */
@Schema(name = "JoinCode")
public record IssuedJoinCode(@NotNull String code, @NotNull Instant expiresAt) {}
