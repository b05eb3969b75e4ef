package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.yujian.webhook.Delivering;

/** A portal is told what changes; examples as in the others. */
final class ExampleWebhooks {
  private static final String WEBHOOKS = "/v1/desk/webhooks";
  private static final String URL = "https://portal.example.org/hooks/yujian";
  private static final String SECRET = "whsec_" + "x".repeat(43) + "=";
  private static final List<String> EVENTS = List.of("article.changed", "article.deleted");

  private final Client client;
  private final ExampleFiles files;

  ExampleWebhooks(Client client, ExampleFiles files) {
    this.client = client;
    this.files = files;
  }

  void tell() {
    Delivering.run();
    String account = client.get("/v1/accounts/@yujian-shequ").expect(200).text("id");
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      receiver.answer(204);
      files.request("createWebhook", request(URL, account));
      Client.Answer made = client.post(WEBHOOKS, request(receiver.url("/"), account)).expect(201);
      answer("createWebhook", made);
      String path = WEBHOOKS + "/" + made.json().at("/webhook/id").asText();
      answer("getWebhook", client.get(path));
      answer("listWebhooks", client.get(WEBHOOKS + "?limit=1"));
      answer("testWebhook", client.post(path + "/test", Map.of()));
      client.importDocument("@yujian-shequ", "# 停水通知\n\n明早八点停水。\n", true, List.of()).expect(201);
      Delivering.run();
      deliveries(path);
      answer("rotateWebhookSecret", client.post(path + "/secret", Map.of()));
      Map<String, Object> change = Map.of("state", "disabled");
      files.request("changeWebhook", change);
      answer("changeWebhook", client.patch(path, change, client.get(path).etag()));
    }
  }

  private void deliveries(String path) {
    Client.Answer listed = client.get(path + "/deliveries?state=delivered&limit=1").expect(200);
    answer("listWebhookDeliveries", listed);
    String delivery = listed.items().get(0).path("id").asText();
    answer(
        "replayWebhookDelivery",
        client.post(path + "/deliveries/" + delivery + "/replay", Map.of()));
    Map<String, Object> range =
        Map.of("since", "2026-11-01T00:00:00Z", "until", "2036-12-01T00:00:00Z");
    files.request("replayWebhookDeliveries", range);
    answer("replayWebhookDeliveries", client.post(path + "/replay", range));
  }

  private static Map<String, Object> request(String url, String account) {
    return Map.of(
        "url", url, "description", "门户网站", "events", EVENTS, "accounts", List.of(account));
  }

  private void answer(String operation, Client.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new AssertionError(operation + ": " + answer.status() + " " + answer.json());
    }
    JsonNode json = answer.json().deepCopy();
    mask(json);
    files.answer(operation, json);
  }

  /** The port of the receiver is another one each time. */
  private static void mask(JsonNode json) {
    if (json instanceof ObjectNode object) {
      if (object.has("url")) {
        object.put("url", URL);
      }
      if (object.has("secret")) {
        object.put("secret", SECRET);
      }
    }
    json.forEach(ExampleWebhooks::mask);
  }
}
