package org.yujian.shared.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.yujian.testing.ApiTest;

@QuarkusTest
class GuideResourceTest extends ApiTest {

  @Test
  void everyGuideIsAPageWhoseLinksLeadSomewhere() throws IOException {
    for (String address : addresses()) {
      Document page = page(address);
      assertThat(page.select("h1")).as(address).hasSize(1);
      assertThat(page.title()).isEqualTo(page.select("h1").text() + " – Yujian");
      assertThat(page.select("script, style, [style]")).as(address).isEmpty();
      for (Element link : page.select("a[href]")) {
        String href = link.attr("href");
        if (!href.startsWith("https://")) {
          requireTarget(address, href);
        }
      }
    }
  }

  private static void requireTarget(String address, String href) {
    String[] parts = href.split("#", 2);
    String path = parts[0].isEmpty() ? address : parts[0];
    Response target = given().accept("text/html").get(path);
    assertThat(target.statusCode()).as("%s on %s", href, address).isEqualTo(200);
    if (parts.length == 2) {
      assertThat(Jsoup.parse(target.asString()).getElementById(parts[1]))
          .as("%s on %s", href, address)
          .isNotNull();
    }
  }

  private static List<String> addresses() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs", "api"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".md", ""))
          .map(name -> "/docs/guides/" + name)
          .toList();
    }
  }

  private static Document page(String address) {
    Response response = given().accept("text/html").get(address);
    assertThat(response.statusCode()).as(address).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(response.header("Content-Language")).isEqualTo("en");
    return Jsoup.parse(response.asString());
  }

  @Test
  void theListNamesEachGuide() throws IOException {
    List<String> links = page("/docs/guides").select("td a").eachAttr("href");
    for (String address : addresses()) {
      assertThat(address.endsWith("/README") || links.contains(address)).as(address).isTrue();
    }
  }

  @Test
  void otherNamesAreUnknown() {
    for (String name : List.of("nothing", "..%2Fapplication", "README.md", "a".repeat(200))) {
      given().get("/docs/guides/" + name).then().statusCode(404);
    }
  }
}
