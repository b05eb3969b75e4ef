package org.yujian.reader;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Tokens of a device. Store them before doing anything else.
 *
 * @param readerId id of the reader
 * @param deviceId id of the device
 * @param accessToken token for {@code Authorization: Bearer}
 * @param expiresIn seconds until the access token expires
 * @param refreshToken token for {@code refreshDevice}; valid for one refresh, and for repeating it
 *     when the response was lost
 * @param recoveryCode code that opens the reader on another device, for its owner to write down;
 *     only for a new reader
 */
@Schema(name = "DeviceTokens")
public record DeviceTokens(
    @NotNull UUID readerId,
    @NotNull UUID deviceId,
    @NotNull String accessToken,
    @NotNull Long expiresIn,
    @NotNull String refreshToken,
    String recoveryCode) {}
