package org.yujian.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * A new webhook. Its receiver gets a challenge first and must return it.
 *
 * @param url https address of the receiver, without user and fragment
 * @param description what it is for, for people
 * @param events types of events to send; all when absent or empty
 * @param accounts ids of the accounts to tell about; all when absent
 * @param algorithm how events are signed; {@code hmac-sha256} when absent
 */
@Schema(name = "CreateWebhook")
public record CreateWebhook(
    @NotNull @Schema(maxLength = LONGEST_URL) @Characters(max = LONGEST_URL) String url,
    @PlainLine @Schema(maxLength = LONGEST) @Characters(max = LONGEST) String description,
    @Size(max = 20) Set<@NotNull String> events,
    @Size(min = 1, max = 1000) Set<@NotNull UUID> accounts,
    @Pattern(regexp = ALGORITHM) String algorithm) {

  static final int LONGEST_URL = 2_000;
  static final int LONGEST = 128;
  static final String ALGORITHM = "hmac-sha256|ed25519";

  WebhookSettings settings() {
    return new WebhookSettings(
        url, description, events == null ? Set.of() : events, accounts, WebhookEndpoint.ENABLED);
  }

  WebhookSecret secret() {
    return WebhookSecret.random(algorithm == null ? WebhookSecret.HMAC : algorithm);
  }
}
