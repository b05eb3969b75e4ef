package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every public GET of the contract may be cached, and is told apart by its bytes. */
@QuarkusTest
class PublicHeadersTest extends DeskTest {
  private static final String SHORT = "max-age=10, stale-while-revalidate=30";

  /** What has rules of its own (design section 5), or is no read that ends. */
  private static final Map<String, String> OTHERS =
      Map.of("/v1/sync", "no-cache", "/v1/accounts/counts", "max-age=10");

  private static final List<String> STREAMS = List.of("/v1/events");

  @Test
  void everyPublicReadHasAStrongTagAndMayBeCached() {
    Map<String, String> places = places();
    List<String> wrong = new ArrayList<>();
    for (String place : Operations.of(Operations.running()).keySet()) {
      String path = place.substring(place.indexOf(' ') + 1);
      if (!place.startsWith("GET /v1/")
          || path.matches("/v1/(desk|me)(/.*)?")
          || STREAMS.contains(path)) {
        continue;
      }
      Response answer = anyone().get(places.getOrDefault(path, path));
      boolean good =
          answer.statusCode() == 200
              && OTHERS.getOrDefault(path, SHORT).equals(answer.header("Cache-Control"))
              && String.valueOf(answer.header("ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
      if (!good) {
        wrong.add(path + ": " + answer.statusCode() + " " + answer.headers());
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Pages are not in the contract. */
  @Test
  void everyPageHasAStrongTagAndMayRunNoInlineScript() {
    String article = places().get("/v1/articles/{id}").replace("/v1/articles/", "/a/");
    String landing = Desk.landing(article.substring("/a/".length()));
    List<String> pages =
        List.of("/", article, landing, "/problems", "/problems/not-found", "/docs");
    List<String> wrong = new ArrayList<>();
    for (String page : pages) {
      Response answer = anyone().accept("text/html").get(page);
      String policy = String.valueOf(answer.header("Content-Security-Policy"));
      boolean good =
          answer.statusCode() == 200
              && answer.contentType().equals("text/html;charset=UTF-8")
              && String.valueOf(answer.header("ETag")).matches("\"[A-Za-z0-9_-]{22}\"")
              && answer.header("Cache-Control") != null
              && "nosniff".equals(answer.header("X-Content-Type-Options"))
              // Browsers name the page that sends a form only where the policy lets them.
              && (page.equals(landing) ? "same-origin" : "no-referrer")
                  .equals(answer.header("Referrer-Policy"))
              && policy.startsWith("default-src 'none'")
              && policy.contains("base-uri 'none'; frame-ancestors 'none'")
              && !policy.contains("unsafe");
      if (!good) {
        wrong.add(page + ": " + answer.statusCode() + " " + answer.headers());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private Map<String, String> places() {
    JsonPath report =
        imported(Upload.text("扫描二维码关注“甲社区”\n\n# 甲\n\n正文。\n").with("tag", "党建").publish());
    Map<String, String> places = new HashMap<>();
    String article = report.getString("articles[0].articleId");
    String account = report.getString("accountId");
    String target = "/v1/follow-targets/" + report.getString("followTargets[0].followTargetId");
    places.put("/v1/accounts/{id}", "/v1/accounts/" + account);
    places.put("/v1/accounts/counts", "/v1/accounts/counts?ids=" + account);
    places.put("/v1/articles/{id}", "/v1/articles/" + article);
    places.put("/v1/articles/batch", "/v1/articles/batch?ids=" + article);
    places.put("/v1/articles/{id}/similar", "/v1/articles/" + article + "/similar");
    places.put("/v1/search", "/v1/search?q=a");
    places.put("/v1/search/suggest", "/v1/search/suggest?q=a");
    places.put("/v1/editions/{id}", "/v1/editions/" + report.getString("articles[0].editionId"));
    places.put("/v1/tags/{slug}", "/v1/tags/dang-jian");
    places.put("/v1/follow-targets/{id}", target);
    places.put("/v1/follow-targets/{id}/qr.svg", target + "/qr.svg");
    places.put("/v1/follow-targets/{id}/qr.png", target + "/qr.png");
    return places;
  }
}
