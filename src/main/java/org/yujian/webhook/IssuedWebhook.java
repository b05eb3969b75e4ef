package org.yujian.webhook;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook with what its receiver needs to verify signatures, which is shown this once.
 *
 * @param webhook the webhook
 * @param secret {@code whsec_} and a secret in Base64 (hmac-sha256), or {@code whpk_} and the
 *     public key in Base64 (ed25519)
 */
@Schema(name = "IssuedWebhook")
public record IssuedWebhook(@NotNull DeskWebhook webhook, @NotNull String secret) {

  /** Omits the secret, because this text may reach a log. */
  @Override
  public String toString() {
    return "IssuedWebhook[" + webhook.id() + "]";
  }
}
