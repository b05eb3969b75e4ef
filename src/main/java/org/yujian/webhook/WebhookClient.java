package org.yujian.webhook;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.yujian.delivery.OutgoingHttp;
import org.yujian.delivery.OutgoingRequest;
import org.yujian.delivery.OutgoingResult;
import org.yujian.shared.json.Json;
import org.yujian.shared.web.MediaTypes;

/** Signs events and sends them (Standard Webhooks 1.0.0). */
@ApplicationScoped
class WebhookClient {

  private final OutgoingHttp http;
  private final Clock clock;

  WebhookClient(OutgoingHttp http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  /**
   * The body of an event.
   *
   * @param timestamp when it happened
   */
  record Event(String type, Instant timestamp, Object data) {

    String json() {
      return Json.text(this);
    }
  }

  boolean accepts(String url) {
    return http.accepts(url);
  }

  /**
   * Sends a body, signed with each of the secrets for this moment.
   *
   * @param id {@code webhook-id}, the same on every attempt
   */
  CompletableFuture<OutgoingResult> send(
      String url, String id, String body, List<WebhookSecret> secrets) {
    long seconds = clock.instant().getEpochSecond();
    String signatures =
        secrets.stream().map(secret -> secret.sign(id, seconds, body)).collect(joining(" "));
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            MediaTypes.JSON,
            "User-Agent",
            "Yujian",
            "webhook-id",
            id,
            "webhook-timestamp",
            String.valueOf(seconds),
            "webhook-signature",
            signatures);
    return http.send(
        new OutgoingRequest("POST", url, headers, body.getBytes(StandardCharsets.UTF_8)));
  }
}
