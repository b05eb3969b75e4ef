package org.yujian.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Bodies that the contract does not require may be missing, whatever the headers say about none.
 */
@QuarkusTest
class OptionalBodiesTest extends DeskTest {
  private static final String TYPE = "Content-Type: application/json\r\n";
  private static final String LENGTH = "Content-Length: 0\r\n";
  private static final List<String> NO_BODY = List.of("", LENGTH, TYPE, TYPE + LENGTH);

  private static RawHttp.Answer send(String line, String key, String headers) throws IOException {
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      String head = line + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + key + "\r\n";
      return http.send((head + headers + "\r\n").getBytes(ISO_8859_1));
    }
  }

  @Test
  void theContractNamesThem() {
    TreeSet<String> optional = new TreeSet<>();
    for (JsonNode operation : Operations.of(Operations.running()).values()) {
      JsonNode body = operation.path("requestBody");
      if (body.isObject() && !body.path("required").asBoolean()) {
        optional.add(operation.path("operationId").asText());
      }
    }
    assertThat(optional).containsExactly("followAccount", "publishEdition");
  }

  @Test
  void anEditionIsPublishedWithoutABody() throws IOException {
    for (String headers : NO_BODY) {
      String text = "扫描二维码关注“甲社区”\n\n# " + headers.length() + "\n\n正文。\n";
      String edition = imported(Upload.text(text)).getString("articles[0].editionId");
      String seen = desk().get("/v1/desk/editions/" + edition).header("ETag");
      RawHttp.Answer answer =
          send(
              "POST /v1/desk/editions/" + edition + "/publish",
              adminKey(),
              headers + "If-Match: " + seen + "\r\n");
      assertThat(answer.status()).as("%s: %s", headers, answer).isEqualTo(200);
      assertThat(read("/v1/editions/" + edition).getString("id")).isEqualTo(edition);
    }
  }

  @Test
  void anAccountIsFollowedWithoutABody() throws IOException {
    String account = account("甲社区");
    for (String headers : NO_BODY) {
      Phone phone = Phone.signUp();
      RawHttp.Answer answer = send("PUT /v1/me/follows/" + account, phone.accessToken(), headers);
      assertThat(answer.status()).as("%s: %s", headers, answer).isEqualTo(200);
      assertThat(phone.read("/v1/me/follows").getList("items.accountId")).containsExactly(account);
    }
  }

  /** Where a body is required its absence is the client's fault, and told so. */
  @Test
  void otherOperationsSayThatTheirBodyIsMissing() throws IOException {
    String account = account("甲社区");
    for (String line :
        List.of(
            "PATCH /v1/desk/accounts/" + account,
            "POST /v1/desk/accounts",
            "POST /v1/desk/tags",
            "POST /v1/sync")) {
      for (String headers : NO_BODY) {
        RawHttp.Answer answer = send(line, adminKey(), headers + "If-Match: \"v1\"\r\n");
        assertThat(answer.status()).as("%s %s: %s", line, headers, answer).isIn(415, 422);
      }
    }
  }
}
