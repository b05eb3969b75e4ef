package org.yujian.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.delivery.OutgoingRequest;
import org.yujian.shared.json.Json;
import org.yujian.shared.text.Base64Url;

/** What is sent to a push service, read as a browser and as the push service read it. */
class WebPushTest {
  private static final UUID ACCOUNT = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");
  private static final PushMessages.Message MESSAGE =
      new PushMessages.Message("梧桐街道", "夏夜纳凉晚会开场😀", "/a/" + ACCOUNT, ACCOUNT);
  private static final String CONTACT = "mailto:office@example.org";

  private final VapidKeys keys = VapidKeys.generate();
  private final WebPush webPush = new WebPush(CONTACT, keys);

  @Test
  void theExampleOfTheRfcIsRead() throws Exception {
    PushBrowser browser =
        new PushBrowser(
            "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg");
    String body =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
            + "WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNW"
            + "QexSgSxsj_Qulcy4a-fN";
    assertThat(browser.decrypt(Base64Url.decode(body)))
        .isEqualTo("When I grow up, I want to be a watermelon");
  }

  /** Many, because one in 128 temporary keys has a coordinate that begins with a zero. */
  @Test
  void everyMessageIsReadByItsBrowser() throws Exception {
    for (int i = 0; i < 500; i++) {
      PushBrowser browser = new PushBrowser();
      OutgoingRequest request =
          PushSender.request(webPush, browser.address("https://push.example.org/" + i), MESSAGE);
      assertThat(browser.decrypt(request.body())).isEqualTo(Json.text(MESSAGE));
    }
  }

  @Test
  void theRequestSaysHowLongItLivesAndWhatItReplaces() throws Exception {
    OutgoingRequest request =
        PushSender.request(
            webPush, new PushBrowser().address("https://push.example.org/x"), MESSAGE);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo("https://push.example.org/x");
    assertThat(request.headers())
        .containsEntry("TTL", "86400")
        .containsEntry("Topic", "0198c0de00007000800000000000000a")
        .containsEntry("Content-Encoding", "aes128gcm");
    assertThat(request.headers().get("Topic")).matches("[A-Za-z0-9_-]{1,32}");
  }

  @Test
  void thePushServiceVerifiesWhoSends() throws Exception {
    OutgoingRequest request =
        PushSender.request(
            webPush, new PushBrowser().address("https://push.example.org:8443/x?y"), MESSAGE);
    Map<String, String> parts = VapidHeader.parts(request.headers().get("Authorization"));
    byte[] point = Base64Url.decode(parts.get("k"));
    assertThat(point).isEqualTo(keys.getApplicationServerKey());
    String token = parts.get("t");
    String signed = token.substring(0, token.lastIndexOf('.'));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(PushBrowser.key(point));
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64Url.decode(token.substring(signed.length() + 1)))).isTrue();
    assertThat(VapidHeader.json(token, 0).path("alg").asText()).isEqualTo("ES256");
    JsonNode claims = VapidHeader.json(token, 1);
    assertThat(claims.path("aud").asText()).isEqualTo("https://push.example.org:8443");
    assertThat(claims.path("sub").asText()).isEqualTo(CONTACT);
    long now = Instant.now().getEpochSecond();
    assertThat(claims.path("exp").asLong()).isBetween(now, now + 24 * 3600);
  }

  /** The header {@code Authorization} of RFC 8292. */
  private static final class VapidHeader {
    static Map<String, String> parts(String header) {
      assertThat(header).matches("vapid t=[^,]+, ?k=.+");
      String[] both = header.substring("vapid ".length()).split(", ?");
      return Map.of("t", both[0].substring(2), "k", both[1].substring(2));
    }

    static JsonNode json(String token, int part) {
      byte[] bytes = Base64Url.decode(token.split("\\.")[part]);
      return Json.value(new String(bytes, StandardCharsets.UTF_8), JsonNode.class);
    }
  }
}
