package org.yujian.auth;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;

/**
 * A new key.
 *
 * @param label who or what uses it, for people
 * @param accounts the accounts that it is limited to; null: not limited
 * @param expiresAt from when on it is refused; null: never
 */
@Schema(name = "CreateKey")
public record CreateKey(
    @NotBlank @Schema(maxLength = 64) @Characters(max = 64) String label,
    @Schema(
            description =
                "Of `content:read`, `content:write`, `content:publish`, `follow:write`,"
                    + " `webhooks`, `keys`, `audit`, `admin`")
        @NotNull
        @Size(min = 1, max = 20)
        Set<@NotNull String> scopes,
    @Size(min = 1, max = 1000) Set<@NotNull UUID> accounts,
    Instant expiresAt) {}
