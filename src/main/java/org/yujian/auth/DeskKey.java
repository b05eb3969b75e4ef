package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.PageKey;

/**
 * A key in desk responses, without its secret.
 *
 * @param id identifies the key
 * @param prefix first characters of the secret, to tell keys apart
 * @param label person or program that uses the key, for people
 * @param scopes what the key may do
 * @param accounts ids of the accounts that the key is limited to; absent when not limited
 * @param createdAt time of creation
 * @param createdBy who created it: {@code key:} and the prefix of a key, {@code person:} and a
 *     name, or a part of the program
 * @param expiresAt time from which the key is refused; absent when it never expires
 * @param revokedAt time at which the key was revoked; absent while it is valid
 * @param lastUsedAt time of recent use, updated every five minutes at most; absent when never used
 * @param previousUntil time until which the secret before the last rotation still works
 */
@Schema(name = "DeskKey")
public record DeskKey(
    @NotNull UUID id,
    @NotNull String prefix,
    @NotNull String label,
    @NotNull List<String> scopes,
    List<UUID> accounts,
    @NotNull Instant createdAt,
    @NotNull String createdBy,
    Instant expiresAt,
    Instant revokedAt,
    Instant lastUsedAt,
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
