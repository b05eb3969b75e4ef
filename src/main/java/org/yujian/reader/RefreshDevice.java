package org.yujian.reader;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Requests new tokens of a device.
 *
 * @param refreshToken newest refresh token that the device has kept
 */
@Schema(name = "RefreshDevice")
public record RefreshDevice(@NotBlank @Size(max = 200) String refreshToken) {}
