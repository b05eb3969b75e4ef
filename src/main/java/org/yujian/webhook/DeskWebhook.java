package org.yujian.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Versioned;

/**
 * A webhook in desk responses, without its secret.
 *
 * @param id identifies the webhook
 * @param version version of the settings, part of the ETag
 * @param url address of the receiver
 * @param description what it is for, for people
 * @param events types of events that it gets; all when empty
 * @param accounts ids of the accounts that it is told about; all when absent
 * @param algorithm how events are signed
 * @param state whether events are sent
 * @param reason why the program disabled it: {@code gone} (the receiver answered 410) or {@code
 *     failing} (for five days); absent when the desk did so
 * @param failingSince time since which nothing could be delivered; absent when the last delivery
 *     succeeded
 * @param previousSecretUntil time until which the secret before the last rotation signs, too
 * @param createdAt time of creation
 * @param createdBy who created it: {@code key:} and the prefix of a key, or {@code person:} and a
 *     name
 * @param updatedAt time of the last change of the settings
 */
@Schema(name = "DeskWebhook")
public record DeskWebhook(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull String url,
    String description,
    @NotNull List<String> events,
    List<UUID> accounts,
    @NotNull String algorithm,
    @NotNull String state,
    String reason,
    Instant failingSince,
    Instant previousSecretUntil,
    @NotNull Instant createdAt,
    @NotNull String createdBy,
    @NotNull Instant updatedAt)
    implements Versioned {

  static DeskWebhook of(WebhookEndpoint endpoint) {
    return new DeskWebhook(
        endpoint.id,
        endpoint.version,
        endpoint.url,
        endpoint.description,
        List.of(endpoint.events),
        endpoint.accountIds == null ? null : List.of(endpoint.accountIds),
        endpoint.algorithm,
        endpoint.state,
        endpoint.reason,
        endpoint.failingSince,
        endpoint.previousUntil,
        endpoint.createdAt,
        endpoint.createdBy,
        endpoint.updatedAt);
  }

  @Override
  public long tagVersion() {
    return version;
  }
}
