package org.yujian.reader;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param refreshToken the newest that the device has kept
 */
@Schema(name = "RefreshDevice", description = "A device asks for new tokens.")
public record RefreshDevice(@NotBlank @Size(max = 200) String refreshToken) {}
