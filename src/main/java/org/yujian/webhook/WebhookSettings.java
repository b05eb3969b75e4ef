package org.yujian.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * The settings of a webhook that the desk may change.
 *
 * @param url https address of the receiver, without user and fragment; a new one is challenged
 * @param description what it is for, for people
 * @param events types of events to send; all when empty
 * @param accounts ids of the accounts to tell about; all when absent. Tags and outside follow
 *     targets belong to no account and are always told
 */
@Schema(name = "WebhookSettings")
public record WebhookSettings(
    @NotNull
        @Schema(maxLength = CreateWebhook.LONGEST_URL)
        @Characters(max = CreateWebhook.LONGEST_URL)
        String url,
    @PlainLine @Schema(maxLength = CreateWebhook.LONGEST) @Characters(max = CreateWebhook.LONGEST)
        String description,
    @NotNull @Size(max = 20) Set<@NotNull String> events,
    @Size(min = 1, max = 1000) Set<@NotNull UUID> accounts,
    @NotNull @Pattern(regexp = STATE) String state) {

  static final String STATE = "enabled|disabled";

  static WebhookSettings of(WebhookEndpoint endpoint) {
    return new WebhookSettings(
        endpoint.url,
        endpoint.description,
        new TreeSet<>(Set.of(endpoint.events)),
        endpoint.accountIds == null ? null : new TreeSet<>(Set.of(endpoint.accountIds)),
        endpoint.state);
  }
}
