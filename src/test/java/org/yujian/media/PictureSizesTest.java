package org.yujian.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.JsonPath;

/** What a phone loads for a list with covers. */
@QuarkusTest
class PictureSizesTest extends DeskTest {

  private static final int MOST_BYTES = 20_000;
  private static final int MOST_COMPRESSED = 6_000;

  @Test
  void twentyArticlesWithCoversAreSmall() throws IOException {
    String account = account("豫园社区");
    for (int edition = 0; edition < 5; edition++) {
      List<Map<String, Object>> articles = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        articles.add(article(account, edition * 4 + i));
      }
      publish(Map.of("accountId", account, "articles", articles));
    }
    byte[] list = given().noFilters().get("/v1/articles?account=" + account).asByteArray();
    JsonPath read = read("/v1/articles?account=" + account);
    assertThat(read.<Object>getList("items")).hasSize(20);
    assertThat(read.<Object>getList("items.cover.covers.wide")).doesNotContainNull();
    assertThat(list.length).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(compressed(list)).isLessThanOrEqualTo(MOST_COMPRESSED);
  }

  private Map<String, Object> article(String account, int number) {
    String url =
        ok(
                desk()
                    .contentType("image/png")
                    .body(DrawnPicture.png(1_200, 700, number))
                    .post("/v1/desk/media/raw?account=" + account),
                201)
            .getString("picture.url");
    return Map.of(
        "title",
        "第" + number + "期：社区食堂开张，老人午餐有了着落",
        "source",
        "社区服务中心",
        "html",
        "<p>" + "六十岁以上的居民凭卡享受八折，志愿者送餐到家。".repeat(4) + "</p>",
        "cover",
        Map.of("url", url, "alt", "食堂里排队取餐的居民"));
  }

  private void publish(Map<String, Object> edition) {
    String path =
        "/v1/desk/editions/"
            + ok(desk().body(edition).post("/v1/desk/editions"), 201).getString("id");
    ok(desk().header("If-Match", desk().get(path).header("ETag")).post(path + "/publish"), 200);
  }

  private static int compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.size();
  }
}
