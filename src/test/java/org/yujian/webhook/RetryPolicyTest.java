package org.yujian.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.delivery.OutgoingResult;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

  private static OutgoingResult status(int status, String... headers) {
    Map<String, String> given = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
    return new OutgoingResult(status, given, new byte[0], null, null);
  }

  private static RetryPolicy.Verdict of(OutgoingResult result) {
    return RetryPolicy.of(result, 1, NOW, 0.5);
  }

  @Test
  void delaysGrowAndDifferByAtMostATenth() {
    for (int attempt = 1; attempt <= 9; attempt++) {
      Duration delay = RetryPolicy.DELAYS.get(attempt - 1);
      for (double random : new double[] {0, 0.25, 1}) {
        Duration given = RetryPolicy.of(status(500), attempt, NOW, random).delay();
        assertThat(given)
            .isBetween(delay.multipliedBy(9).dividedBy(10), delay.multipliedBy(11).dividedBy(10));
      }
      assertThat(RetryPolicy.of(status(500), attempt, NOW, 0.5).delay()).isEqualTo(delay);
    }
    RetryPolicy.Verdict last = RetryPolicy.of(status(500), 10, NOW, 0.5);
    assertThat(last.state()).isEqualTo(DeliveryState.FAILED);
    assertThat(last.delay()).isNull();
    Duration all = RetryPolicy.DELAYS.stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(all).isBetween(Duration.ofDays(3), RetryPolicy.FAILING);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void successEndsIt(int status) {
    assertThat(of(status(status)).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(of(status(status)).reason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 422})
  void redirectsAndRefusalsFailAtOnce(int status) {
    assertThat(of(status(status)).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(of(status(status)).reason()).isEqualTo("http-" + status);
    assertThat(of(status(status)).disable()).isFalse();
  }

  @Test
  void goneDisables() {
    assertThat(of(status(410)).disable()).isTrue();
    assertThat(of(status(410)).state()).isEqualTo(DeliveryState.FAILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void theReceiverAsksForAPause(int status) {
    assertThat(of(status(status)).retries()).isTrue();
    assertThat(of(status(status)).pause()).isEqualTo(Duration.ofSeconds(5));
    assertThat(of(status(status, "retry-after", "90")).pause()).isEqualTo(Duration.ofSeconds(90));
    assertThat(of(status(status, "retry-after", "Tue, 1 Dec 2026 08:01:00 GMT")).pause())
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(of(status(status, "retry-after", "Tue, 1 Dec 2026 07:01:00 GMT")).pause()).isZero();
    assertThat(of(status(status, "retry-after", "999999999")).pause())
        .isEqualTo(Duration.ofDays(1));
    for (String bad : new String[] {"soon", "-1", "9999999999999999999999", ""}) {
      assertThat(of(status(status, "retry-after", bad)).pause()).isEqualTo(Duration.ofSeconds(5));
    }
  }

  @Test
  void withoutAResponseItIsTriedAgain() {
    OutgoingResult timeout = OutgoingResult.failed("timeout", "15 s");
    assertThat(of(timeout).retries()).isTrue();
    assertThat(of(timeout).pause()).isNull();
    assertThat(of(timeout).reason()).isEqualTo("timeout: 15 s");
    assertThat(RetryPolicy.pause(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(RetryPolicy.pause(3)).isEqualTo(Duration.ofSeconds(20));
    assertThat(RetryPolicy.pause(1_000)).isEqualTo(Duration.ofMinutes(5));
  }
}
