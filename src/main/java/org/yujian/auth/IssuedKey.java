package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key with its new secret, which is shown this once.
 *
 * @param key the key
 * @param secret secret for {@code Authorization: Bearer}; it cannot be read again
 */
@Schema(name = "IssuedKey")
public record IssuedKey(@NotNull DeskKey key, @NotNull String secret) {

  /** Omits the secret, because this text may reach a log. */
  @Override
  public String toString() {
    return "IssuedKey[" + key.prefix() + "…]";
  }
}
