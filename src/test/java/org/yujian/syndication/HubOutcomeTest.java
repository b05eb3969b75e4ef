package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.delivery.OutgoingRequest;
import org.yujian.delivery.OutgoingResult;
import org.yujian.syndication.HubOutcome.End;

/** What follows from the response of a subscriber, and what is sent to it. */
class HubOutcomeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final UUID ACCOUNT = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final FeedTopic TOPIC = FeedTopic.parse("/feeds/all.atom").orElseThrow();

  private static HubTask task(HubMode mode, int attempts, String callback) {
    return new HubTask(
        UUID.randomUUID(),
        UUID.randomUUID(),
        attempts,
        mode,
        TOPIC,
        callback,
        "reader.example",
        Duration.ofDays(10),
        null,
        0,
        null,
        true,
        0);
  }

  private static HubTask task(HubMode mode, int attempts) {
    return task(mode, attempts, "https://reader.example/hook");
  }

  private static OutgoingResult response(int status, String body) {
    return new OutgoingResult(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), null, null);
  }

  private static HubOutcome verified(int attempts, OutgoingResult result) {
    return HubOutcome.ofVerification(
        task(HubMode.SUBSCRIBE, attempts), "abc", ACCOUNT, result, NOW, 0.5);
  }

  private static HubOutcome sent(int attempts, OutgoingResult result) {
    return HubOutcome.ofContent(task(HubMode.CONTENT, attempts), "hash", result, NOW, 0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "200, abc, VERIFIED",
    "204, abc, VERIFIED",
    "200, abcd, DROPPED",
    "200, ' abc', DROPPED",
    "200, '', DROPPED",
    "302, abc, DROPPED",
    "404, abc, DROPPED",
    "429, '', AGAIN",
    "500, abc, AGAIN"
  })
  void onlyTheWholeChallengeVerifies(int status, String body, End end) {
    assertThat(verified(1, response(status, body)).end()).isEqualTo(end);
  }

  @Test
  void anUnreachableSubscriberIsAskedThreeTimes() {
    OutgoingResult away = OutgoingResult.failed("connect", "refused");
    assertThat(verified(1, away).delay()).isEqualTo(Duration.ofSeconds(10));
    assertThat(verified(2, away).delay()).isEqualTo(Duration.ofMinutes(1));
    assertThat(verified(3, away).end()).isEqualTo(End.DROPPED);
    assertThat(verified(1, OutgoingResult.failed("address-refused", "local")).end())
        .isEqualTo(End.DROPPED);
  }

  @Test
  void contentIsSentFourTimesAndThenWaits() {
    assertThat(sent(1, response(200, "")).sent()).isEqualTo("hash");
    assertThat(sent(1, response(410, "")).end()).isEqualTo(End.REMOVED);
    for (OutgoingResult bad :
        List.of(response(500, ""), response(404, ""), OutgoingResult.failed("tls", "expired"))) {
      assertThat(sent(1, bad).delay()).isEqualTo(Duration.ofSeconds(10));
      assertThat(sent(3, bad).delay()).isEqualTo(Duration.ofMinutes(10));
      assertThat(sent(4, bad).end()).isEqualTo(End.WAITING);
      assertThat(sent(4, bad).sent()).isNull();
    }
  }

  @Test
  void aReceiverCanAskForALongerDelay() {
    OutgoingResult later =
        new OutgoingResult(503, Map.of("retry-after", "600"), new byte[0], null, null);
    assertThat(sent(1, later).delay()).isEqualTo(Duration.ofMinutes(10));
    OutgoingResult sooner =
        new OutgoingResult(503, Map.of("retry-after", "1"), new byte[0], null, null);
    assertThat(sent(1, sooner).delay()).isEqualTo(Duration.ofSeconds(10));
    OutgoingResult nextYear =
        new OutgoingResult(503, Map.of("retry-after", "31536000"), new byte[0], null, null);
    assertThat(sent(1, nextYear).delay()).isEqualTo(Duration.ofDays(1));
  }

  /** RFC 4231, test case 2. */
  @Test
  void aSignatureIsTheHmacOfTheBody() {
    byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
    assertThat(HubRequests.signature(body, "Jefe".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void theQueryOfACallbackIsKept() {
    HubRequests requests =
        new HubRequests(
            FeedFixtures.LINKS, new FeedDocuments(null, FeedFixtures.LINKS, null, null));
    OutgoingRequest plain = requests.verification(task(HubMode.SUBSCRIBE, 1), "a-_b");
    assertThat(plain.method()).isEqualTo("GET");
    assertThat(plain.url())
        .isEqualTo(
            "https://reader.example/hook?hub.mode=subscribe"
                + "&hub.topic=https%3A%2F%2Fnews.example.org%2Ffeeds%2Fall.atom"
                + "&hub.challenge=a-_b&hub.lease_seconds=864000");
    OutgoingRequest own =
        requests.verification(task(HubMode.UNSUBSCRIBE, 1, "https://reader.example/?a=%20"), "x");
    assertThat(own.url())
        .startsWith("https://reader.example/?a=%20&hub.mode=unsubscribe&")
        .doesNotContain("lease");
    OutgoingRequest content = requests.content(task(HubMode.CONTENT, 1), new byte[] {1}, null);
    assertThat(content.headers())
        .containsEntry("Content-Type", "application/atom+xml;charset=UTF-8")
        .containsEntry(
            "Link",
            "<https://news.example.org/feeds/hub>; rel=\"hub\","
                + " <https://news.example.org/feeds/all.atom>; rel=\"self\"")
        .doesNotContainKey("X-Hub-Signature");
  }
}
