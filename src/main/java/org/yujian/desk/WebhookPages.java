package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.account.DeskAccount;
import org.yujian.auth.Caller;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.webhook.DeliveryState;
import org.yujian.webhook.DeskWebhook;
import org.yujian.webhook.DeskWebhookPage;
import org.yujian.webhook.EventType;
import org.yujian.webhook.WebhookDeliveries;
import org.yujian.webhook.WebhookDelivery;
import org.yujian.webhook.WebhookDeliveryPage;
import org.yujian.webhook.WebhookService;

/** Reads what the pages about webhooks show, within the caller's accounts. */
@ApplicationScoped
class WebhookPages {

  static final String PATH = "/desk/settings/webhooks";

  /** What a webhook can be told about: types of events and accounts. */
  record Choices(List<String> events, List<DeskAccount> accounts, boolean limited) {}

  /** Webhooks, latest first. */
  record Webhooks(List<DeskWebhook> items, PageLinks links, Choices choices) {}

  /**
   * One webhook with its deliveries.
   *
   * @param state state of the deliveries shown; null for all
   */
  record Shown(
      DeskWebhook webhook,
      String etag,
      Choices choices,
      String state,
      List<WebhookDelivery> deliveries,
      PageLinks links) {

    public boolean isEnabled() {
      return webhook.state().equals("enabled");
    }

    public boolean hasEvent(String event) {
      return webhook.events().contains(event);
    }

    public boolean hasAccount(UUID account) {
      return webhook.accounts() != null && webhook.accounts().contains(account);
    }

    public List<String> states() {
      return Arrays.stream(DeliveryState.values()).map(DeliveryState::text).toList();
    }
  }

  private final WebhookService webhooks;
  private final WebhookDeliveries deliveries;
  private final AccountChoices choices;

  WebhookPages(WebhookService webhooks, WebhookDeliveries deliveries, AccountChoices choices) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.choices = choices;
  }

  Webhooks list(String cursor, Caller caller) {
    DeskWebhookPage found = webhooks.list(page(cursor, "page of webhooks"), caller);
    return new Webhooks(
        found.items(), PageLinks.of(PATH, Map.of(), cursor, found.next()), choices(caller));
  }

  Shown read(UUID id, DeliveryState state, String cursor, Caller caller) {
    DeskWebhook webhook = webhooks.read(id, caller);
    WebhookDeliveryPage found =
        deliveries.list(
            id, state, page(cursor, "page of deliveries of " + id + " " + state), caller);
    String shown = state == null ? null : state.text();
    Map<String, Object> filters = new LinkedHashMap<>();
    filters.put("state", shown);
    return new Shown(
        webhook,
        webhook.etag(),
        choices(caller),
        shown,
        found.items(),
        PageLinks.of(PATH + "/" + id, filters, cursor, found.next()));
  }

  private Choices choices(Caller caller) {
    return new Choices(EventType.ALL, choices.read(caller), !caller.unlimited());
  }

  private static PageRequest page(String cursor, String filters) {
    return PageRequest.of(null, cursor, filters, PageKey.Named.class);
  }
}
