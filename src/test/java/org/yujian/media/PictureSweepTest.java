package org.yujian.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yujian.media.storage.PictureStorage;
import org.yujian.media.storage.StoredName;
import org.yujian.testing.DeskTest;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.JsonPath;

/** What nobody has is deleted, with its files; what somebody has stays. */
@QuarkusTest
class PictureSweepTest extends DeskTest {

  private static final Instant EVERYTHING = Instant.parse("2999-01-01T00:00:00Z");

  @Inject PictureSweep sweep;
  @Inject PictureStorage storage;

  private String added(String account, int seed) {
    return ok(
            desk()
                .contentType("image/png")
                .body(DrawnPicture.png(60, 40, seed))
                .post("/v1/desk/media/raw?account=" + account),
            201)
        .getString("picture.url");
  }

  private static String key(String url) {
    return url.split("/")[2];
  }

  private List<String> files(String key) {
    try (Stream<StoredName> all = storage.list()) {
      return all.map(StoredName::name).filter(name -> name.startsWith(key)).toList();
    }
  }

  @Test
  void aPictureThatNoAccountHasIsDeletedWithItsFiles() {
    String account = account("豫园社区");
    String gone = key(added(account, 11));
    String kept = key(added(account, 12));
    tables().run("delete from account_picture where picture_key = '" + gone + "'");
    sweep.deleteUnused(EVERYTHING);
    assertThat(files(gone)).isEmpty();
    assertThat(files(kept)).contains(kept + "/original", kept + "/60.jpg");
    assertThat(tables().texts("select key from picture")).containsExactly(kept);
  }

  @Test
  void filesWithoutARowAreDeleted() {
    String kept = key(added(account("豫园社区"), 13));
    String none = "A".repeat(22);
    storage.put(none + "/320.jpg", new byte[] {1});
    sweep.deleteFilesWithoutRow(EVERYTHING);
    assertThat(files(none)).isEmpty();
    assertThat(files(kept)).isNotEmpty();
  }

  @Test
  void aPurgeDeletesThePicturesOfTheArticleForGood() {
    String account = account("豫园社区");
    String url = added(account, 14);
    JsonPath edition =
        ok(
            desk()
                .body(
                    Map.of(
                        "accountId",
                        account,
                        "articles",
                        List.of(
                            Map.of(
                                "title", "灯", "html", "<p>灯。</p>", "cover", Map.of("url", url)))))
                .post("/v1/desk/editions"),
            201);
    String path = "/v1/desk/editions/" + edition.getString("id");
    ok(desk().header("If-Match", desk().get(path).header("ETag")).post(path + "/publish"), 200);
    String article = "/v1/desk/articles/" + edition.getString("articles[0].id");
    String file = url.replace("{w}", "60");
    assertThat(given().noFilters().get(file).statusCode()).isEqualTo(200);
    ok(desk().body(Map.of("class", "rights")).post(article + "/withdraw"), 200);
    ok(desk().post(article + "/purge"), 200);
    problem(given().noFilters().get(file), 410, "picture-withdrawn");
    problem(desk().get(file), 410, "picture-withdrawn");
    sweep.deleteFilesWithoutRow(EVERYTHING);
    assertThat(files(key(url))).isEmpty();
    assertThat(deskRead("/v1/desk/media").<Object>getList("items")).isEmpty();
    assertThat(key(added(account, 14))).isEqualTo(key(url));
    assertThat(desk().get(file).statusCode()).isEqualTo(200);
  }
}
