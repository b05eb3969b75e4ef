package org.yujian.testing;

import java.util.Map;
import java.util.Optional;
import org.yujian.testing.DeskWrites.Write;

/** The part of {@link DeskWrites} that works on webhooks. */
final class WebhookWrites {
  private static final String WEBHOOKS = "/v1/desk/webhooks";

  private final DeskTest test;
  private final DeskWrites writes;

  WebhookWrites(DeskTest test, DeskWrites writes) {
    this.test = test;
    this.writes = writes;
  }

  /** Empty for an operation that does not work on webhooks. */
  Optional<Write> of(String operation) {
    return Optional.ofNullable(
        switch (operation) {
          case "createWebhook" -> DeskWrites.post("webhook.create", WEBHOOKS, receiver());
          case "changeWebhook" ->
              writes.patch("webhook.change", made(), Map.of("description", "门户网站"));
          case "deleteWebhook" -> new Write("webhook.delete", "DELETE", made(), null, null);
          case "rotateWebhookSecret" -> DeskWrites.post("webhook.rotate", made() + "/secret", null);
          case "testWebhook" -> DeskWrites.post("webhook.test", made() + "/test", null);
          case "replayWebhookDelivery" -> {
            String made = made();
            yield DeskWrites.post(
                "webhook.replay", made + "/deliveries/" + delivery() + "/replay", null);
          }
          case "replayWebhookDeliveries" ->
              DeskWrites.post(
                  "webhook.replay", made() + "/replay", Map.of("since", "2026-01-01T00:00:00Z"));
          default -> null;
        });
  }

  private static Map<String, Object> receiver() {
    return Map.of("url", WebhookReceiver.shared().url("/"));
  }

  private String made() {
    return WEBHOOKS
        + "/"
        + DeskTest.ok(test.desk().body(receiver()).post(WEBHOOKS), 201).getString("webhook.id");
  }

  private String delivery() {
    return test.tables()
        .texts(
            """
            insert into webhook_delivery (id, endpoint_id, created_at, state, type)
            select gen_random_uuid(), id, now(), 'failed', 'log.reset' from webhook_endpoint
            returning id
            """)
        .get(0);
  }
}
