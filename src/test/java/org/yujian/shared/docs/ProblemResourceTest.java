package org.yujian.shared.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.yujian.shared.problem.ProblemAnswersTest;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.testing.ApiTest;

/** The pages behind the types of problems; as JSON: {@link ProblemAnswersTest}. */
@QuarkusTest
class ProblemResourceTest extends ApiTest {

  @Test
  void theListHasEveryCodeInTheStyleOfAllPages() {
    Response response = browser("zh-CN,zh").get("/problems");
    response
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Cache-Control", "max-age=3600")
        .header("Content-Language", "zh");
    Document page = Jsoup.parse(response.asString());

    assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
    assertThat(page.select("h1").text()).isEqualTo("错误代码");
    assertThat(page.select("link[rel=stylesheet]").attr("href")).endsWith("/page.css");
    assertThat(page.select("main a").eachAttr("href"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemCode.values()).map(code -> "/problems/" + code.code()).toList());
    assertThat(page.select("main code").eachText()).isSorted().contains("404 not-found");
  }

  @Test
  void oneCodeSaysWhatItMeansInTheLanguageOfTheReader() {
    Document chinese = Jsoup.parse(browser("zh").get("/problems/not-found").asString());
    Document english = Jsoup.parse(browser("en").get("/problems/not-found").asString());

    assertThat(chinese.title()).isEqualTo("没有找到 – not-found");
    assertThat(chinese.select("main").text())
        .isEqualTo("404 没有找到 not-found 地址或编号未知。曾经公开后又撤回的内容回答 410。 错误代码");
    assertThat(english.select("html").attr("lang")).isEqualTo("en");
    assertThat(english.select("main .back a").attr("href")).isEqualTo("/problems");
    assertThat(english.select("main .back").text()).isEqualTo("Problem codes");
  }

  @Test
  void theyAreConditional() {
    for (String path : new String[] {"/problems", "/problems/not-found"}) {
      String tag = browser("zh").get(path).header("ETag");
      browser("zh").header("If-None-Match", tag).get(path).then().statusCode(304);
      browser("en").header("If-None-Match", tag).get(path).then().statusCode(200);
    }
  }

  @Test
  void anUnknownAddressOutsideTheApiIsAPageForBrowsers() {
    for (String path : new String[] {"/problems/none", "/nothing", "/docs/none"}) {
      Response page = browser("zh").get(path);
      page.then().statusCode(404).contentType("text/html;charset=UTF-8");
      assertThat(Jsoup.parse(page.asString()).select(".back a").attr("href")).isEqualTo("/");
      given().get(path).then().statusCode(404).contentType("application/problem+json");
    }
  }

  private static RequestSpecification browser(String language) {
    return given()
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .header("Accept-Language", language);
  }
}
