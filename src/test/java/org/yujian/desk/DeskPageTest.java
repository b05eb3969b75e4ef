package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.yujian.testing.DeskTest;

/** For tests of pages of the desk. */
abstract class DeskPageTest extends DeskTest {

  final Document page(String path, String language) {
    return page(adminKey(), path, language);
  }

  static Document page(String key, String path, String language) {
    Response response = desk(key).accept("text/html").header("Accept-Language", language).get(path);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    assertThat(response.asString()).doesNotContain("style=", "onclick", "<script>");
    return Jsoup.parse(response.asString());
  }

  static int status(String key, String path) {
    return desk(key).accept("text/html").get(path).statusCode();
  }
}
