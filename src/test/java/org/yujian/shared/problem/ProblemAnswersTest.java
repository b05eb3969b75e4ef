package org.yujian.shared.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yujian.testing.ApiTest;
import org.yujian.testing.LogLines;

@QuarkusTest
public class ProblemAnswersTest extends ApiTest {
  private static final String THING = "/v1/testing/things/0190a000-0000-7000-8000-000000000000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 422 | invalid-body | null | required",
        "null | 422 | invalid-body | null | required",
        "[] | 422 | invalid-body | null | type",
        "{} | 422 | invalid-body | /title | required",
        "{'title':5} | 422 | invalid-body | /title | type",
        "{'title':'a','x':1} | 422 | invalid-body | /x | unknown",
        "{'title':'\\u0000'} | 422 | invalid-body | /title | characters",
        "{'title':'\\ud800'} | 422 | invalid-body | /title | characters",
        "{'title':'a','at':'2026-01-01T00:00:00'} | 422 | invalid-body | /at | time",
        "{'title':'a','id':'x'} | 422 | invalid-body | /id | uuid",
        "{'title':'a','mood':'x'} | 422 | invalid-body | /mood | value",
        "{'title':'a','inner':[{'name':'abcd'}]} | 422 | invalid-body | /inner/0/name | length",
        "{'title':'a','inner':[{'name':'a','count':1.5}]} | 422 | invalid-body | /inner/0/count |"
            + " type",
        "{ | 400 | malformed-json | null | null",
        "{'title':'a'} x | 400 | malformed-json | null | null",
        "{'title':'a','title':'b'} | 400 | malformed-json | null | null"
      },
      nullValues = "nothing")
  void bodiesThatDoNotFitSayWhere(
      String body, int status, String code, String pointer, String error) {
    var answer =
        given()
            .contentType("application/json")
            .body(body.replace('\'', '"'))
            .put(THING)
            .then()
            .statusCode(status)
            .body("code", equalTo(code));
    if (!error.equals("null")) {
      answer.body("errors[0].code", equalTo(error));
      answer.body("errors[0].pointer", equalTo(pointer.equals("null") ? "" : pointer));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "count=x,count,number",
    "count=%D9%A5,count,number",
    "count=%EF%BC%95,count,number",
    "count=%2B5,count,number",
    "count=+5,count,number",
    "count=05,count,number",
    "count=-0,count,number",
    "count=0x5,count,number",
    "count=2147483648,count,number",
    "id=0190a000-0000-7000-8000-00000000000%D9%A5,id,uuid",
    "min=1,min,minimum",
    "id=1-1-1-1-1,id,uuid",
    "mood=x,mood,value",
    "ids=x,ids,uuid",
    "flag=maybe,flag,boolean",
    "since=2026-01-01T00:00:00,since,time",
    "text=%00,text,characters",
    "text=%FF%FE,text,utf-8",
    "text=a%C3,text,utf-8",
    "text=%C0%80,text,utf-8",
    "text=%ED%A0%80,text,utf-8",
    "unknown=%ff,unknown,utf-8"
  })
  void badParametersAreNamed(String query, String name, String code) {
    given()
        .get("/v1/testing/list?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-parameter"))
        .body("errors[0].parameter", equalTo(name))
        .body("errors[0].code", equalTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "53100,503,storage-full",
    "55P03,503,service-unavailable",
    "40P01,503,service-unavailable",
    "08006,503,service-unavailable",
    "23505,409,conflict",
    "42601,500,internal-error"
  })
  void failuresOfTheDatabaseTellNothingOfTheInside(String state, int status, String code) {
    List<String> logged =
        LogLines.during(
            () -> {
              ValidatableResponse answer =
                  given()
                      .get("/v1/testing/fail/sql-" + state)
                      .then()
                      .statusCode(status)
                      .body("code", equalTo(code))
                      .body(not(containsString("secret")));
              if (status == 503) {
                answer.header("Retry-After", "5");
              }
            });
    // The operator sees the inside: with the stack trace where nobody expected it.
    if (status >= 500) {
      assertThat(logged)
          .singleElement(STRING)
          .contains("/v1/testing/fail/sql-" + state, "secret")
          .matches(line -> line.contains("\tat ") == (status == 500));
    } else {
      assertThat(logged).isEmpty();
    }
  }

  @Test
  void methodsThatAreNotThereGetTheOnesThatAre() {
    for (String method : new String[] {"PATCH", "TRACE", "FOO"}) {
      given()
          .request(method, THING)
          .then()
          .statusCode(405)
          .header("Allow", "DELETE, GET, HEAD, OPTIONS, PUT");
    }
    given().options(THING).then().statusCode(204).header("Allow", containsString("PUT"));
  }

  @Test
  void aMissingKeyGetsOneChallenge() {
    given()
        .get("/v1/testing/secret")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"));
  }

  @Test
  void theLanguageIsTheClientsAndTheRequestHasAName() {
    given()
        .header("Accept-Language", "zh-CN,zh;q=0.9")
        .header("X-Request-Id", "client-token-1")
        .delete(THING)
        .then()
        .statusCode(412)
        .header("Content-Language", "zh")
        .header("Vary", "Accept-Language")
        .header("X-Request-Id", "client-token-1")
        .body("title", equalTo("内容已被修改"))
        .body("requestId", equalTo("client-token-1"))
        .body("current.count", equalTo(3));
    given()
        .header("X-Request-Id", "<script>")
        .get("/nothing")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f]{20}"));
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyCodeHasAPage(ProblemCode code) {
    given()
        .get("/problems/" + code.code())
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString(code.code()));
  }

  @Test
  void programsGetTheExplanationsAsJson() {
    Response one =
        given()
            .accept("application/json")
            .header("Accept-Language", "zh")
            .get("/problems/not-found");
    assertThat(one.headers().getValues("Vary")).contains("Accept, Accept-Language");
    one.then()
        .statusCode(200)
        .contentType("application/json")
        .body("code", equalTo("not-found"))
        .body("status", equalTo(404))
        .body("help", not(equalTo(null)));
    given()
        .accept("application/json")
        .noFilters()
        .get("/problems")
        .then()
        .statusCode(200)
        .body("items.code", hasItems("not-found", "invalid-cursor"));
    given()
        .noFilters()
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get("/problems")
        .then()
        .contentType("text/html")
        .body(containsString("/problems/not-found"));
  }

  @Test
  void browsersGetTheDocumentToo() {
    given()
        .accept("text/html,application/xhtml+xml")
        .get("/v1/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void aNumberThatNoFieldHoldsIsNamed() {
    given()
        .contentType("application/json")
        .body("{\"title\": \"x\", \"inner\": [{\"name\": \"x\", \"count\": 2147483648}]}")
        .put(THING)
        .then()
        .statusCode(422)
        .body("code", equalTo("invalid-body"))
        .body("errors[0].pointer", equalTo("/inner/0/count"))
        .body("errors[0].code", equalTo("range"))
        .body("errors[0].detail", containsString("2147483647"));
  }
}
