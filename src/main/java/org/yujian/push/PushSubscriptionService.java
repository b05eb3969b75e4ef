package org.yujian.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.yujian.delivery.OutgoingHttp;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Switches the notifications of a browser on and off. */
@ApplicationScoped
class PushSubscriptionService {

  /** A browser has one; it gets another one when the old one ends without notice. */
  private static final int MOST = 3;

  private static final int LONGEST_ENDPOINT = 1_000;
  private static final int POINT_BYTES = 65;
  private static final int AUTH_BYTES = 16;

  private final PushSubscriptionRepository subscriptions;
  private final PushKeys keys;
  private final OutgoingHttp http;
  private final DatabaseClock clock;

  PushSubscriptionService(
      PushSubscriptionRepository subscriptions,
      PushKeys keys,
      OutgoingHttp http,
      DatabaseClock clock) {
    this.subscriptions = subscriptions;
    this.keys = keys;
    this.http = http;
    this.clock = clock;
  }

  /**
   * Reads what a browser sends; {@code p256dh} and {@code auth} are Base64url.
   *
   * @throws Problem {@code invalid-body} naming the field
   */
  PushAddress address(String endpoint, String p256dh, String auth) {
    if (endpoint == null || endpoint.length() > LONGEST_ENDPOINT || !http.accepts(endpoint)) {
      throw ProblemCode.INVALID_BODY.problem().with(FieldError.parameter("endpoint", "address"));
    }
    PushAddress address =
        new PushAddress(
            endpoint, bytes("p256dh", p256dh, POINT_BYTES), bytes("auth", auth, AUTH_BYTES));
    try {
      keys.webPush().getBody(new byte[0], address.p256dh(), address.auth());
    } catch (Exception noPointOfTheCurve) {
      throw invalid("p256dh").causedBy(noPointOfTheCurve);
    }
    return address;
  }

  private static byte[] bytes(String field, String text, int length) {
    try {
      byte[] bytes = Base64Url.decode(text == null ? "" : text);
      if (bytes.length == length) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw invalid(field).causedBy(notBase64);
    }
    throw invalid(field);
  }

  private static Problem invalid(String field) {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.parameter(field, "format"));
  }

  @RetryOnConflict
  @Transactional
  void subscribe(PushAddress address, ReaderIdentity who) {
    subscriptions.save(who.device(), address, clock.now());
    subscriptions.keepNewest(who.device(), MOST);
  }

  @Transactional
  void end(String endpoint, ReaderIdentity who) {
    subscriptions.delete(who.device(), endpoint);
  }
}
