package org.yujian.webhook;

import java.util.UUID;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Error responses of requests about webhooks. */
final class WebhookProblems {

  private WebhookProblems() {}

  static Problem notFound(UUID id) {
    return ProblemCode.WEBHOOK_NOT_FOUND.problem(id);
  }

  static Problem deliveryNotFound(UUID id) {
    return ProblemCode.WEBHOOK_DELIVERY_NOT_FOUND.problem(id);
  }

  static Problem accountNotFound(UUID id) {
    return ProblemCode.ACCOUNT_NOT_FOUND.problem(id);
  }

  static Problem badUrl() {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.at("/url", "address"));
  }

  static Problem unknownEvent() {
    String known = String.join(", ", EventType.ALL);
    return ProblemCode.INVALID_BODY.problem().with(FieldError.at("/events", "value", known));
  }

  static Problem challengeFailed(String reason) {
    return ProblemCode.WEBHOOK_CHALLENGE_FAILED.problem(reason).with("reason", reason);
  }

  static Problem disabled() {
    return ProblemCode.WEBHOOK_DISABLED.problem();
  }

  static Problem tooMany(int most) {
    return ProblemCode.TOO_MANY_WEBHOOKS.problem(most);
  }

  static Problem busy() {
    return ProblemCode.OVERLOADED.problem().header("Retry-After", "15");
  }
}
