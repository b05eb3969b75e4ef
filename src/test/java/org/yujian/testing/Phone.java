package org.yujian.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A device as an app keeps it: its tokens, and requests with them. */
public final class Phone {
  private final String recoveryCode;
  private JsonPath tokens;

  private Phone(JsonPath tokens) {
    this.tokens = tokens;
    recoveryCode = tokens.getString("recoveryCode");
  }

  /** Signs up for a new reader. */
  public static Phone signUp() {
    return signUp(Map.of());
  }

  public static Phone signUp(Map<String, Object> request) {
    RequestSpecification device = given().contentType(ContentType.JSON).body(request);
    return new Phone(DeskTest.ok(Together.accepted(() -> device.post("/v1/devices")), 201));
  }

  /** Refreshes with the newest token and keeps the answer. */
  public Phone refresh() {
    tokens = DeskTest.ok(refresh(refreshToken()), 200);
    return this;
  }

  /** An answer that the device does not keep. */
  public static Response refresh(String token) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("refreshToken", token))
        .post("/v1/devices/refresh");
  }

  public RequestSpecification request() {
    return with(accessToken());
  }

  public static RequestSpecification with(String accessToken) {
    return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + accessToken);
  }

  public JsonPath read(String path) {
    return DeskTest.ok(request().get(path), 200);
  }

  public String accessToken() {
    return tokens.getString("accessToken");
  }

  public String refreshToken() {
    return tokens.getString("refreshToken");
  }

  /** Null when it signed up with one. */
  public String recoveryCode() {
    return recoveryCode;
  }

  public String reader() {
    return tokens.getString("readerId");
  }

  public String device() {
    return tokens.getString("deviceId");
  }

  /** A code for another device of the same person. */
  public String joinCode() {
    return DeskTest.ok(request().post("/v1/me/join-codes"), 201).getString("code");
  }

  public Response join(String code) {
    return request().body(Map.of("code", code)).post("/v1/me/join");
  }
}
