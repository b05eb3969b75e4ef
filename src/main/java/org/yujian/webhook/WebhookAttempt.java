package org.yujian.webhook;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.delivery.OutgoingResult;

/**
 * What a receiver answered to a test event.
 *
 * @param delivered whether it answered with 2xx
 * @param status its HTTP status; absent without a response
 * @param response the first 1,024 bytes of its response
 * @param reason why it was not delivered: {@code http-} and the status, or a code of the connection
 *     with a text
 */
@Schema(name = "WebhookAttempt")
public record WebhookAttempt(
    @NotNull Boolean delivered, Integer status, String response, String reason) {

  /** Bytes of a response that are kept. */
  static final int HEAD_BYTES = 1_024;

  static WebhookAttempt of(OutgoingResult result) {
    if (result.failure() != null) {
      return new WebhookAttempt(
          false, null, null, result.failure() + ": " + storable(result.text()));
    }
    return new WebhookAttempt(
        result.ok(), result.status(), head(result), result.ok() ? null : "http-" + result.status());
  }

  static String head(OutgoingResult result) {
    return storable(result.head(HEAD_BYTES));
  }

  /** PostgreSQL stores no NUL in texts. */
  static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
