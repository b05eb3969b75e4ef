package org.yujian.reader;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.shared.settings.Settings;

/**
 * Limits sign-ups per address, and wrong codes per address or device, on this node. The limit of
 * sign-ups is generous, because a school may share one address; the operator can change it.
 */
@ApplicationScoped
class Attempts {

  private static final int WRONG_CODES = 20;
  private static final Duration WRONG_CODES_PER = Duration.ofMinutes(10);
  private static final int MAX_ADDRESSES = 100_000;

  private final Settings settings;

  private final Cache<String, Bucket> signUps = buckets(Duration.ofHours(2));
  private final Cache<String, Bucket> wrongCodes = buckets(WRONG_CODES_PER.multipliedBy(2));

  Attempts(Settings settings) {
    this.settings = settings;
  }

  private static Cache<String, Bucket> buckets(Duration idle) {
    return Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).expireAfterAccess(idle).build();
  }

  void signUp(String address) {
    take(signUps.get(address, a -> bucket(settings.signUpsPerHour(), Duration.ofHours(1))));
  }

  /** Fails when {@code guesser}, an address or device, has sent too many wrong codes. */
  void requireFewWrong(String guesser) {
    Bucket bucket = wrongCodes.get(guesser, wrong());
    if (bucket.getAvailableTokens() == 0) {
      take(bucket);
    }
  }

  void wrongCode(String guesser) {
    wrongCodes.get(guesser, wrong()).tryConsume(1);
  }

  /** Resets all limits between tests, which share one address. */
  void forget() {
    signUps.invalidateAll();
    wrongCodes.invalidateAll();
  }

  /** Cuts IPv6 addresses to 64 bits: one customer has at least a network of that size. */
  static String address(RoutingContext context) {
    String address = context.request().remoteAddress().hostAddress();
    String[] groups = address.split(":");
    return groups.length < 5
        ? address
        : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }

  static String device(UUID device) {
    return "device " + device;
  }

  private static Function<String, Bucket> wrong() {
    return guesser -> bucket(WRONG_CODES, WRONG_CODES_PER);
  }

  private static Bucket bucket(int count, Duration per) {
    return Bucket.builder()
        .addLimit(Bandwidth.builder().capacity(count).refillGreedy(count, per).build())
        .build();
  }

  private static void take(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw ReaderProblems.tooMany(
          Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
    }
  }
}
