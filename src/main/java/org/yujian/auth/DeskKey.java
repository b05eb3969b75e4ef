package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.PageKey;

/** A key as the desk sees it: everything but its secret. */
@Schema(name = "DeskKey")
public record DeskKey(
    @NotNull UUID id,
    @Schema(description = "The first characters of the secret, to tell keys apart") @NotNull
        String prefix,
    @NotNull String label,
    @NotNull List<String> scopes,
    @Schema(description = "The accounts that it is limited to; absent: not limited")
        List<UUID> accounts,
    @NotNull Instant createdAt,
    @NotNull String createdBy,
    Instant expiresAt,
    Instant revokedAt,
    @Schema(description = "A sample, noted every five minutes at most") Instant lastUsedAt,
    @Schema(description = "Until then the secret before the last rotation works too")
        Instant previousUntil) {

  static DeskKey of(ApiKey key) {
    return new DeskKey(
        key.id,
        key.prefix,
        key.label,
        List.of(key.scopes),
        key.accountIds == null ? null : List.of(key.accountIds),
        key.createdAt,
        key.createdBy,
        key.expiresAt,
        key.revokedAt,
        key.lastUsedAt,
        key.previousUntil);
  }

  PageKey key() {
    return PageKey.latest(id);
  }
}
