package org.yujian.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses as clients write them and as the router reads them, where these differ. */
@QuarkusTest
class AskedAddressTest extends DeskTest {

  @TestHTTPResource("/")
  URI base;

  private RawHttp.Answer raw(String address) throws IOException {
    try (RawHttp http = new RawHttp(base.getPort())) {
      return http.send(("GET " + address + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(ISO_8859_1));
    }
  }

  /** What one address answers is never remembered as another one's. */
  @Test
  void nobodyPutsAnAnswerAtAnotherAddress() throws IOException {
    tag("x");
    new Desk(adminKey()).publish("扫描二维码 关注“测试号”\n\n# 一期\n\n正文。\n");
    String article = read("/v1/articles?limit=1").getString("items[0].id");
    for (String odd :
        List.of(
            "/v1/articles#/../tags",
            "/v1/articles//../tags",
            "/v1/articles/./../tags",
            "/v1/articles/" + article + "//..",
            "/v1/articles/" + article + "#/../" + article,
            "/v1//articles")) {
      raw(odd);
      raw(odd + "?limit=20");
    }
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("一期");
    assertThat(read("/v1/articles?limit=20").getList("items.title")).containsExactly("一期");
    assertThat(read("/v1/articles/" + article).getString("title")).isEqualTo("一期");
    assertThat(read("/v1/tags").getList("items.slug")).contains("x");
  }

  @Test
  void whatIsNoAddressIsRefused() throws IOException {
    for (String odd : List.of("|", "{", "}", "^", "`", "\\", "<", "\"", "%zz")) {
      RawHttp.Answer answer = raw("/v1/search?q=a" + odd);
      assertThat(answer.status()).as(odd + answer).isEqualTo(400);
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    }
  }
}
