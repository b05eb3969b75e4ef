package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yujian.syndication.FeedFixtures.SITE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.syndication.FeedTopic.Kind;

/** Which requests the hub understands. */
class HubRequestTest {

  private static final String TOPIC = SITE + "/feeds/all.atom";
  private static final String CALLBACK = "https://Reader.example:8443/hook?id=1";

  private static HubRequest request(
      String mode, String topic, String callback, String lease, String secret) {
    return HubRequest.of(
        new HubRequest.Form(mode, topic, callback, lease, secret),
        SITE,
        url -> url.startsWith("https://"));
  }

  private static FieldError error(
      String mode, String topic, String callback, String lease, String secret) {
    Problem problem =
        catchThrowableOfType(Problem.class, () -> request(mode, topic, callback, lease, secret));
    assertThat(problem).isNotNull();
    assertThat(problem.code().status()).isEqualTo(422);
    assertThat(problem.errors()).hasSize(1);
    return problem.errors().get(0);
  }

  @Test
  void aRequestWithDefaults() {
    HubRequest request = request("subscribe", TOPIC, CALLBACK, null, null);
    assertThat(request.mode()).isEqualTo(HubMode.SUBSCRIBE);
    assertThat(request.topic()).isEqualTo(new FeedTopic(Kind.ALL, null, FeedFormat.ATOM));
    assertThat(request.callback()).isEqualTo(CALLBACK);
    assertThat(request.host()).isEqualTo("reader.example");
    assertThat(request.lease()).isEqualTo(Duration.ofDays(10));
    assertThat(request.secret()).isNull();
    assertThat(request("unsubscribe", TOPIC, CALLBACK, "", "").mode())
        .isEqualTo(HubMode.UNSUBSCRIBE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 300",
    "299, 300",
    "300, 300",
    "86400, 86400",
    "2592001, 2592000",
    "9999999999, 2592000"
  })
  void aLeaseIsBroughtWithinItsLimits(String asked, long given) {
    assertThat(request("subscribe", TOPIC, CALLBACK, asked, null).lease().toSeconds())
        .isEqualTo(given);
  }

  @ParameterizedTest
  @CsvSource({
    "'', TOPIC, CALLBACK, , , hub.mode, required",
    "publish, TOPIC, CALLBACK, , , hub.mode, value",
    "denied, TOPIC, CALLBACK, , , hub.mode, value",
    "subscribe, '', CALLBACK, , , hub.topic, required",
    "subscribe, https://other.example/feeds/all.atom, CALLBACK, , , hub.topic, address",
    "subscribe, /feeds/all.atom, CALLBACK, , , hub.topic, address",
    "subscribe, TOPIC?cursor=x, CALLBACK, , , hub.topic, address",
    "subscribe, TOPIC, '', , , hub.callback, required",
    "subscribe, TOPIC, http://reader.example/, , , hub.callback, address",
    "subscribe, TOPIC, CALLBACK, ten, , hub.lease_seconds, number",
    "subscribe, TOPIC, CALLBACK, -1, , hub.lease_seconds, number",
    "subscribe, TOPIC, CALLBACK, 99999999999, , hub.lease_seconds, number"
  })
  void whatIsWrongIsNamed(
      String mode,
      String topic,
      String callback,
      String lease,
      String secret,
      String name,
      String code) {
    FieldError error =
        error(
            mode,
            topic.replace("TOPIC", TOPIC),
            callback.replace("CALLBACK", CALLBACK),
            lease,
            secret);
    assertThat(error.parameter()).isEqualTo(name);
    assertThat(error.code()).isEqualTo(code);
  }

  /** The limit is in bytes. */
  @Test
  void aSecretHasLessThan200Bytes() {
    String longest = "密".repeat(66) + "s";
    assertThat(request("subscribe", TOPIC, CALLBACK, null, longest).secret()).isEqualTo(longest);
    assertThat(error("subscribe", TOPIC, CALLBACK, null, longest + "s").parameter())
        .isEqualTo("hub.secret");
    assertThat(error("subscribe", TOPIC, CALLBACK, null, "a\nb").code()).isEqualTo("plain-line");
    assertThat(request("subscribe", TOPIC, CALLBACK, null, "geheim").toString())
        .doesNotContain("geheim");
  }

  @Test
  void aCallbackLeavesRoomForTheVerification() {
    String longest = "https://reader.example/" + "x".repeat(977);
    assertThat(request("subscribe", TOPIC, longest, null, null).callback()).hasSize(1_000);
    assertThat(error("subscribe", TOPIC, longest + "x", null, null).parameter())
        .isEqualTo("hub.callback");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/all.json",
        "/feeds/accounts/yu-yuan.atom",
        "/feeds/tags/0.rss",
        "/feeds/accounts/all.json"
      })
  void theFirstPagesOfFeedsAreTopics(String path) {
    assertThat(FeedTopic.parse(path)).get().extracting(FeedTopic::path).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/feeds/all",
        "/feeds/all.xml",
        "/feeds/all.JSON",
        "/feeds/accounts.opml",
        "/feeds/accounts/.json",
        "/feeds/accounts/a/b.json",
        "/feeds/editions/a.json",
        "/feeds/all.json\n",
        "/feeds/hub"
      })
  void nothingElseIsATopic(String path) {
    assertThat(FeedTopic.parse(path)).isEmpty();
  }
}
