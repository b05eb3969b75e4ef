package org.yujian.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** Limits of addresses, devices and keys, behind a proxy that this program trusts. */
class CallerLimitsIT {
  private static Program program;

  @BeforeAll
  static void start() {
    program =
        Program.start(
            Folders.empty("caller-limits"),
            "yujian.limits.enabled=true",
            "yujian.limits.address-reads=10",
            "yujian.limits.address-searches=3",
            "yujian.limits.device-reads=4",
            "yujian.limits.key-reads=5",
            "yujian.limits.key-writes=2",
            "quarkus.http.proxy.proxy-address-forwarding=true",
            "quarkus.http.proxy.trusted-proxies=127.0.0.1");
  }

  @AfterAll
  static void end() {
    program.close();
  }

  @Test
  void anAddressThatReadsTooMuchIsRefusedAndOthersAreNot() {
    assertThat(from("192.0.2.1").get("/v1/articles").header("RateLimit")).isNull();
    Response refused = refused(10, () -> from("192.0.2.1").get("/v1/articles"));
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.path("code").toString()).isEqualTo("too-many-requests");
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"read\";q=10;w=60");
    assertThat(refused.header("RateLimit")).matches("\"read\";r=0;t=[1-6]");
    assertThat(refused.header("RateLimit")).endsWith("t=" + refused.header("Retry-After"));
    assertThat(from("192.0.2.2").get("/v1/articles").statusCode()).isEqualTo(200);
  }

  @Test
  void searchesCountApart() {
    refused(3, () -> from("192.0.2.3").get("/v1/search?q=a"));
    assertThat(from("192.0.2.3").get("/v1/articles").statusCode()).isEqualTo(200);
  }

  /** All networks of one customer. */
  @Test
  void addressesOfOneIpv6NetworkCountTogether() {
    AtomicInteger host = new AtomicInteger();
    refused(10, () -> from("[2001:db8:1:2::" + host.incrementAndGet() + "]").get("/v1/tags"));
    assertThat(from("[2001:db8:1:3::1]").get("/v1/tags").statusCode()).isEqualTo(200);
  }

  /** Behind a proxy that is not trusted everybody has such an address. */
  @Test
  void thisMachineHasNoLimit() {
    for (int i = 0; i < 30; i++) {
      assertThat(given().get("/v1/articles").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aKeyHasLimitsOfItsOwnWhereverItIs() {
    String key = newKey();
    Response first = as("192.0.2.10", key).get("/v1/desk/accounts");
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"read\";q=5;w=60");
    assertThat(first.header("RateLimit")).isEqualTo("\"read\";r=4");
    AtomicInteger host = new AtomicInteger(10);
    Response refused =
        refused(5, () -> as("192.0.2." + host.incrementAndGet(), key).get("/v1/desk/accounts"));
    assertThat(refused.path("code").toString()).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 12);
    assertThat(as("192.0.2.10", newKey()).get("/v1/desk/accounts").statusCode()).isEqualTo(200);
    RequestSpecification tag = as("192.0.2.10", key).contentType(ContentType.JSON);
    assertThat(tag.body(Map.of()).post("/v1/desk/tags").statusCode()).isEqualTo(403);
  }

  @Test
  void aDeviceHasLimitsOfItsOwn() {
    String first = signUp();
    refused(4, () -> as("192.0.2.30", first).get("/v1/me"));
    assertThat(as("192.0.2.30", signUp()).get("/v1/me").statusCode()).isEqualTo(200);
  }

  /** Requests until one is refused, which may be later where a slow machine lets buckets refill. */
  private static Response refused(int perMinute, Supplier<Response> request) {
    long begin = System.nanoTime();
    Response response = request.get();
    int answered = 0;
    while (response.statusCode() == 200) {
      answered++;
      response = request.get();
    }
    assertThat(response.statusCode()).isEqualTo(429);
    double refilled = (System.nanoTime() - begin) / 60e9 * perMinute;
    assertThat(answered).isBetween(perMinute - 1, perMinute + 1 + (int) refilled);
    return response;
  }

  private static String signUp() {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post("/v1/devices")
        .path("accessToken");
  }

  /** By the admin key, which has few writes: one for each key. */
  private static String newKey() {
    Map<String, Object> body =
        Map.of("label", "limits", "scopes", new String[] {"content:read", "admin"});
    Response made =
        given()
            .header("Authorization", "Bearer " + program.adminKey())
            .contentType(ContentType.JSON)
            .body(body)
            .post("/v1/desk/keys");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("secret");
  }

  private static RequestSpecification as(String address, String token) {
    return from(address).header("Authorization", "Bearer " + token);
  }

  private static RequestSpecification from(String address) {
    return given().header("X-Forwarded-For", address);
  }

  private static RequestSpecification given() {
    return RestAssured.given().baseUri(program.baseUrl().toString());
  }
}
