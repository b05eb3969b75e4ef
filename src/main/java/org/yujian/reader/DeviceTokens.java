package org.yujian.reader;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a device goes on with. Keep it before anything else is done.
 *
 * @param accessToken for {@code Authorization: Bearer}
 * @param expiresIn seconds until the access token is over
 * @param refreshToken good for one more answer of this kind; when that answer is lost, for the same
 *     once more
 * @param recoveryCode only with a new reader: for its owner to write down
 */
@Schema(name = "DeviceTokens")
public record DeviceTokens(
    @NotNull UUID readerId,
    @NotNull UUID deviceId,
    @NotNull String accessToken,
    @NotNull Long expiresIn,
    @NotNull String refreshToken,
    String recoveryCode) {}
