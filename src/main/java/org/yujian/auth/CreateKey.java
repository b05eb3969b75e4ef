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
 * @param label person or program that uses the key, for people
 * @param scopes what the key may do
 * @param accounts ids of the accounts that the key is limited to; no limit when absent
 * @param expiresAt time from which the key is refused; never when absent
 */
@Schema(name = "CreateKey")
public record CreateKey(
    @NotBlank @Schema(maxLength = 64) @Characters(max = 64) String label,
    @NotNull @Size(min = 1, max = 20) Set<@NotNull String> scopes,
    @Size(min = 1, max = 1000) Set<@NotNull UUID> accounts,
    Instant expiresAt) {}
