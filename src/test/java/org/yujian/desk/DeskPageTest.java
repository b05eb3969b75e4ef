package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.yujian.testing.DeskTest;

/** For tests of the desk's pages: reads them as a browser would. */
abstract class DeskPageTest extends DeskTest {

  final Document page(String path, String language) {
    return page(adminKey(), path, language);
  }

  static Document page(String key, String path, String language) {
    Response response = open(key, path, language);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    Document page = Jsoup.parse(response.asString());
    assertThat(page.select("[style], script:not([src]), style")).as(path).isEmpty();
    assertThat(page.select("input:not([type=hidden], [hidden]), select, textarea"))
        .as(path)
        .allMatch(
            field ->
                field.closest("label") != null
                    || !field.attr("aria-label").isEmpty()
                    || !page.select("label[for=" + field.id() + "]").isEmpty());
    return page;
  }

  static Response open(String key, String path, String language) {
    return desk(key).accept("text/html").header("Accept-Language", language).get(path);
  }

  static int status(String key, String path) {
    return desk(key).accept("text/html").get(path).statusCode();
  }
}
