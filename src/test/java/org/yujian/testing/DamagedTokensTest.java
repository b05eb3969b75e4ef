package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.json.Json;

/**
 * Opaque tokens in which any one character was changed, left out or added, as clients send them.
 */
@QuarkusTest
class DamagedTokensTest extends DeskTest {
  private static final String TEXT = "扫描二维码关注“甲社区”\n\n# %s\n\n正文一段。\n";

  @BeforeEach
  void fill() {
    imported(Upload.text(String.format(Locale.ROOT, TEXT, "一")).publish());
    imported(Upload.text(String.format(Locale.ROOT, TEXT, "二")).publish());
  }

  /** All answers but 400 with this code. An empty cursor is none, as that of a first page. */
  private static List<String> accepted(String token, String code, Function<String, String> request)
      throws IOException {
    List<String> wrong = new ArrayList<>();
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      for (String damaged : DamagedText.of(token)) {
        // NUL is refused before the operation is reached.
        boolean none = damaged.isEmpty() && code.equals("invalid-cursor");
        if (none || damaged.indexOf(0) >= 0) {
          continue;
        }
        byte[] bytes = request.apply(damaged).getBytes(StandardCharsets.ISO_8859_1);
        RawHttp.Answer answer = http.send(bytes);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() != 400 || !body.contains("\"" + code + "\"")) {
          wrong.add(damaged + " => " + answer);
        }
      }
    }
    return wrong;
  }

  private static Function<String, String> get(String start, String credential) {
    return token ->
        String.format(
            Locale.ROOT,
            "GET %s%s HTTP/1.1\r\nHost: a\r\n%s\r\n",
            start,
            URLEncoder.encode(token, StandardCharsets.UTF_8),
            credential);
  }

  private static String post(String token) {
    byte[] utf8 = ("{\"since\":" + Json.text(token) + "}").getBytes(StandardCharsets.UTF_8);
    String head = "POST /v1/sync HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    return head
        + String.format(Locale.ROOT, "Content-Length: %d\r\n\r\n", utf8.length)
        + new String(utf8, StandardCharsets.ISO_8859_1);
  }

  @Test
  void syncTokens() throws IOException {
    String token = read("/v1/sync?since=now").getString("token");
    assertThat(accepted(token, "invalid-sync-token", get("/v1/sync?since=", ""))).isEmpty();
    assertThat(accepted(token, "invalid-sync-token", DamagedTokensTest::post)).isEmpty();
  }

  @Test
  void syncTokensOfReaders() throws IOException {
    Phone phone = Phone.signUp();
    String credential = "Authorization: Bearer " + phone.accessToken() + "\r\n";
    String token = phone.read("/v1/me/sync").getString("token");
    assertThat(accepted(token, "invalid-sync-token", get("/v1/me/sync?since=", credential)))
        .isEmpty();
  }

  @Test
  void cursors() throws IOException {
    String path = "/v1/articles?limit=1";
    String cursor = read(path).getString("next");
    assertThat(accepted(cursor, "invalid-cursor", get(path + "&cursor=", ""))).isEmpty();
  }
}
