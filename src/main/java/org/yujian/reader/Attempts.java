package org.yujian.reader;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.yujian.shared.limit.TokenBuckets;
import org.yujian.shared.settings.Settings;

/**
 * Limits sign-ups per address, and wrong codes per address or device, on this node. The limit of
 * sign-ups is generous, because a school may share one address; the operator can change it.
 */
@ApplicationScoped
class Attempts {

  private final TokenBuckets signUps;
  private final TokenBuckets wrongCodes = new TokenBuckets(20, Duration.ofMinutes(10));

  Attempts(Settings settings) {
    signUps = new TokenBuckets(settings.signUpsPerHour(), Duration.ofHours(1));
  }

  void signUp(String address) {
    signUps.take(address).require();
  }

  /** Fails when {@code guesser}, an address or device, has sent too many wrong codes. */
  void requireFewWrong(String guesser) {
    if (wrongCodes.isEmpty(guesser)) {
      wrongCodes.take(guesser).require();
    }
  }

  void wrongCode(String guesser) {
    wrongCodes.take(guesser);
  }

  /** Resets all limits between tests, which share one address. */
  void forget() {
    signUps.clear();
    wrongCodes.clear();
  }

  static String device(UUID device) {
    return "device " + device;
  }
}
