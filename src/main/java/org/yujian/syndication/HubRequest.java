package org.yujian.syndication;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/**
 * A request to the hub (WebSub, section 5.1) whose form is valid.
 *
 * @param host of the callback, in lower case
 * @param secret null without one
 */
record HubRequest(
    HubMode mode, FeedTopic topic, String callback, String host, Duration lease, String secret) {

  static final Duration DEFAULT_LEASE = Duration.ofDays(10);
  static final Duration LONGEST_LEASE = Duration.ofDays(30);
  static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);

  /** Leaves room in an address for the parameters of the verification. */
  static final int LONGEST_CALLBACK = 1_000;

  /** Less than 200 bytes, by the specification. */
  private static final int LONGEST_SECRET = 199;

  private static final int FIRST_PRINTED = 0x20;

  /** The fields as they came; null for a missing one. */
  record Form(String mode, String topic, String callback, String lease, String secret) {}

  /**
   * @param base address of this site, with which the addresses of topics begin; may be empty
   * @param reachable whether requests may be sent to an address
   * @throws Problem 422 {@code invalid-body}
   */
  static HubRequest of(Form form, String base, Predicate<String> reachable) {
    HubMode mode = mode(form.mode());
    String topic = required("hub.topic", form.topic());
    String callback = required("hub.callback", form.callback());
    if (callback.length() > LONGEST_CALLBACK || !reachable.test(callback)) {
      throw wrong(FieldError.parameter("hub.callback", "address"));
    }
    if (!topic.startsWith(base)) {
      throw wrong(FieldError.parameter("hub.topic", "address"));
    }
    return new HubRequest(
        mode,
        FeedTopic.parse(topic.substring(base.length()))
            .orElseThrow(() -> wrong(FieldError.parameter("hub.topic", "address"))),
        callback,
        URI.create(callback).getHost().toLowerCase(Locale.ROOT),
        lease(form.lease()),
        secret(form.secret()));
  }

  private static HubMode mode(String mode) {
    return switch (required("hub.mode", mode)) {
      case "subscribe" -> HubMode.SUBSCRIBE;
      case "unsubscribe" -> HubMode.UNSUBSCRIBE;
      default -> throw wrong(FieldError.parameter("hub.mode", "value", "subscribe, unsubscribe"));
    };
  }

  /** As asked within the limits, which the verification tells. */
  private static Duration lease(String seconds) {
    if (seconds == null || seconds.isEmpty()) {
      return DEFAULT_LEASE;
    }
    if (!seconds.matches("\\d{1,10}")) {
      throw wrong(FieldError.parameter("hub.lease_seconds", "number"));
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
    Duration atMost = asked.compareTo(LONGEST_LEASE) < 0 ? asked : LONGEST_LEASE;
    return atMost.compareTo(SHORTEST_LEASE) > 0 ? atMost : SHORTEST_LEASE;
  }

  private static String secret(String secret) {
    if (secret == null || secret.isEmpty()) {
      return null;
    }
    if (secret.getBytes(StandardCharsets.UTF_8).length > LONGEST_SECRET) {
      throw wrong(FieldError.parameter("hub.secret", "length", 1, LONGEST_SECRET));
    }
    if (secret.chars().anyMatch(c -> c < FIRST_PRINTED)) {
      throw wrong(FieldError.parameter("hub.secret", "plain-line"));
    }
    return secret;
  }

  private static String required(String name, String value) {
    if (value == null || value.isEmpty()) {
      throw wrong(FieldError.parameter(name, "required"));
    }
    return value;
  }

  private static Problem wrong(FieldError error) {
    return ProblemCode.INVALID_BODY.problem().with(error);
  }

  /** Omits the secret, because this text may reach a log. */
  @Override
  public String toString() {
    return "HubRequest[" + mode + " " + topic + " " + callback + "]";
  }
}
