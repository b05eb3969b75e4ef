package org.yujian.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.delivery.OutgoingResult;
import org.yujian.push.PushPolicy.End;

class PushPolicyTest {
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

  private static PushPolicy.Verdict of(OutgoingResult result, int attempts, Duration age) {
    PushAddress address = new PushAddress("https://push.example.org/x", new byte[65], new byte[16]);
    UUID id = new UUID(0, 1);
    return PushPolicy.of(
        result, new ClaimedPush(id, id, attempts, id, address, "", id, NOW.minus(age), 0), NOW);
  }

  private static End end(int status) {
    return of(response(status, Map.of()), 1, Duration.ZERO).end();
  }

  private static OutgoingResult response(int status, Map<String, String> headers) {
    return new OutgoingResult(status, headers, new byte[0], null, null);
  }

  @Test
  void aResponseDecides() {
    assertThat(end(201)).isEqualTo(End.DELIVERED);
    assertThat(end(404)).isEqualTo(End.GONE);
    assertThat(end(410)).isEqualTo(End.GONE);
    assertThat(end(429)).isEqualTo(End.RETRY);
    assertThat(end(503)).isEqualTo(End.RETRY);
    assertThat(end(400)).isEqualTo(End.FAILED);
    assertThat(end(302)).isEqualTo(End.FAILED);
  }

  @Test
  void anAddressOfTheLocalNetworkEndsTheSubscription() {
    assertThat(of(OutgoingResult.failed("address-refused", ""), 1, Duration.ZERO).end())
        .isEqualTo(End.GONE);
    assertThat(of(OutgoingResult.failed("timeout", ""), 1, Duration.ZERO).end())
        .isEqualTo(End.RETRY);
  }

  @Test
  void fourRetriesComeLaterAndLater() {
    OutgoingResult busy = response(500, Map.of());
    for (int attempt = 1; attempt <= 4; attempt++) {
      assertThat(of(busy, attempt, Duration.ZERO).delay())
          .isEqualTo(PushPolicy.DELAYS.get(attempt - 1));
    }
    assertThat(of(busy, 5, Duration.ZERO).end()).isEqualTo(End.FAILED);
  }

  @Test
  void thePushServiceMayAskForMoreTime() {
    assertThat(of(response(429, Map.of("retry-after", "3600")), 1, Duration.ZERO).delay())
        .isEqualTo(Duration.ofHours(1));
    assertThat(of(response(429, Map.of("retry-after", "1")), 1, Duration.ZERO).delay())
        .isEqualTo(PushPolicy.DELAYS.get(0));
    assertThat(of(response(429, Map.of("retry-after", "soon")), 1, Duration.ZERO).delay())
        .isEqualTo(PushPolicy.DELAYS.get(0));
  }

  @Test
  void nothingIsRetriedAfterADay() {
    assertThat(of(response(503, Map.of()), 4, Duration.ofHours(23)).end()).isEqualTo(End.FAILED);
    assertThat(of(response(503, Map.of("retry-after", "90000")), 1, Duration.ZERO).end())
        .isEqualTo(End.FAILED);
  }
}
