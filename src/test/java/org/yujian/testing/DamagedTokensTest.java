package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opaque tokens in which any one character was changed, left out or added. */
@QuarkusTest
class DamagedTokensTest extends DeskTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Not of base64url, as they stand in an address. */
  private static final List<String> FOREIGN =
      List.of("=", ".", "~", "/", "+", "%20", "%2B", "%0A", "%C3%84", "%C5%81");

  @BeforeEach
  void fill() {
    tag("tag-a");
    String text = "扫描二维码关注“甲社区”\n\n# %s\n\n正文一段。\n";
    imported(Upload.text(text.formatted("一")).with("tag", "tag-a").publish());
    imported(Upload.text(text.formatted("二")).with("tag", "tag-a").publish());
  }

  /** The token itself is not among them. */
  private static Set<String> damaged(String token) {
    Set<String> all = new LinkedHashSet<>();
    for (int i = 0; i < token.length(); i++) {
      String before = token.substring(0, i);
      String after = token.substring(i + 1);
      for (char other : ALPHABET.toCharArray()) {
        all.add(before + other + after);
      }
      FOREIGN.forEach(other -> all.add(before + other + after));
      all.add(before + after);
      all.add(before + token.charAt(i) + token.substring(i));
    }
    for (char more : ALPHABET.toCharArray()) {
      all.add(token + more);
    }
    FOREIGN.forEach(more -> all.add(token + more));
    all.remove(token);
    return all;
  }

  /** All but those that are answered with this status and code, in short. */
  private static List<String> accepted(
      String token, String code, Function<String, String> request) throws IOException {
    List<String> wrong = new ArrayList<>();
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      for (String other : damaged(token)) {
        RawHttp.Answer answer =
            http.send(request.apply(other).getBytes(StandardCharsets.ISO_8859_1));
        boolean refused =
            answer.status() == 400
                && new String(answer.body(), StandardCharsets.UTF_8).contains(code);
        if (!refused) {
          wrong.add(other + " => " + answer);
        }
      }
    }
    return wrong;
  }

  private static Function<String, String> get(String start, String credential) {
    return token ->
        "GET " + start + token + " HTTP/1.1\r\nHost: a\r\n" + credential + "\r\n";
  }

  private static String post(String token) {
    String body = "{\"since\":\"" + token.replace("%0A", "\\n").replace("%", "\\u00") + "\"}";
    return "POST /v1/sync HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @Test
  void syncTokens() throws IOException {
    for (String path : List.of("/v1/sync?since=now", "/v1/sync?limit=1")) {
      String token = read(path).getString("token");
      assertThat(accepted(token, "invalid-sync-token", get("/v1/sync?since=", ""))).isEmpty();
      assertThat(accepted(token, "invalid-sync-token", DamagedTokensTest::post)).isEmpty();
    }
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
    for (String path : List.of("/v1/articles?limit=1", "/v1/accounts?limit=1", "/v1/search?q=%E6%AD%A3%E6%96%87&limit=1")) {
      var page = read(path);
      String cursor = page.getString("next") == null ? page.getString("prev") : page.getString("next");
      assertThat(accepted(cursor, "invalid-cursor", get(path + "&cursor=", ""))).isEmpty();
    }
  }
}
