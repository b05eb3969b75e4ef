package org.yujian.webhook;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.WebhookReceiver;

/** For tests of webhooks through the running program, with a receiver on this machine. */
abstract class WebhookTests extends DeskTest {
  static final String WEBHOOKS = "/v1/desk/webhooks";

  @Inject WebhookFeed feed;
  @Inject WebhookSender sender;
  @Inject DatabaseClock clock;

  WebhookReceiver receiver;

  @BeforeEach
  void open() {
    receiver = new WebhookReceiver();
    // The position is stored.
    feed.runOnce();
  }

  @AfterEach
  void close() {
    clock.stepTo(Duration.ZERO);
    receiver.close();
  }

  /** Makes a webhook whose receiver is at this path. */
  JsonPath webhook(String path, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("url", receiver.url(path));
    return ok(desk().body(body).post(WEBHOOKS), 201);
  }

  String webhook(String path) {
    return webhook(path, Map.of()).getString("webhook.id");
  }

  JsonPath seen(String id) {
    return deskRead(WEBHOOKS + "/" + id);
  }

  JsonPath deliveries(String id) {
    return deskRead(WEBHOOKS + "/" + id + "/deliveries");
  }

  /** Reads the log and sends what is due. */
  void deliver() {
    feed.runOnce();
    sender.runOnce();
  }

  static byte[] key(String secret) {
    return Base64.getDecoder().decode(secret.substring(secret.indexOf('_') + 1));
  }

  List<String> types(String path) {
    return receiver.events(path).stream().map(WebhookReceiver.Request::type).toList();
  }
}
