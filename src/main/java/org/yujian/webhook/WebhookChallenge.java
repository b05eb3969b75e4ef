package org.yujian.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.yujian.delivery.OutgoingResult;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.time.DatabaseClock;

/**
 * Events that are sent during a request: the challenge of a new receiver, and tests. Few at a time,
 * because a slow receiver holds the thread of its request.
 */
@ApplicationScoped
class WebhookChallenge {

  private static final int AT_ONCE = 2;
  private static final int RANDOM_BYTES = 24;

  private final WebhookClient client;
  private final DatabaseClock clock;
  private final Semaphore free = new Semaphore(AT_ONCE);

  WebhookChallenge(WebhookClient client, DatabaseClock clock) {
    this.client = client;
    this.clock = clock;
  }

  boolean accepts(String url) {
    return client.accepts(url);
  }

  /**
   * Sends a random text, which the receiver must return in the body of a 2xx response.
   *
   * @throws Problem 422 with the reason when it does not
   */
  void send(String url, List<WebhookSecret> secrets) {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    String challenge = Base64Url.encode(random);
    OutgoingResult result = send(url, secrets, EventType.CHALLENGE, Map.of("challenge", challenge));
    WebhookAttempt attempt = WebhookAttempt.of(result);
    if (!attempt.delivered()) {
      throw WebhookProblems.challengeFailed(attempt.reason());
    }
    if (!result.head(result.body().length).contains(challenge)) {
      throw WebhookProblems.challengeFailed("challenge-not-returned");
    }
  }

  WebhookAttempt test(String url, List<WebhookSecret> secrets) {
    return WebhookAttempt.of(send(url, secrets, EventType.TEST, Map.of("text", "豫见")));
  }

  private OutgoingResult send(
      String url, List<WebhookSecret> secrets, String type, Map<String, String> data) {
    if (!free.tryAcquire()) {
      throw WebhookProblems.busy();
    }
    try {
      String body = new WebhookClient.Event(type, clock.now(), data).json();
      return client.send(url, UUID.randomUUID().toString(), body, secrets).join();
    } finally {
      free.release();
    }
  }
}
