package org.yujian.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** The life of a picture: uploaded, shown by an article, public, withdrawn. */
@QuarkusTest
class PicturesTest extends DeskTest {

  private static final byte[] PICTURE = DrawnPicture.png(1_400, 800, Color.RED, Color.BLUE);

  private String account;

  @BeforeEach
  void anAccount() {
    account = account("豫园社区");
  }

  private Response added(String key, String account, byte[] bytes) {
    return desk(key)
        .contentType("image/png")
        .queryParam("account", account)
        .body(bytes)
        .post("/v1/desk/media/raw");
  }

  private JsonPath added(byte[] bytes) {
    return ok(added(adminKey(), account, bytes), 201);
  }

  private String draft(Map<String, Object> article) {
    JsonPath edition =
        ok(
            desk()
                .body(Map.of("accountId", account, "articles", List.of(article)))
                .post("/v1/desk/editions"),
            201);
    return edition.getString("articles[0].id");
  }

  private void publish(String article) {
    String edition =
        "/v1/desk/editions/" + deskRead("/v1/desk/articles/" + article).getString("editionId");
    ok(
        desk().header("If-Match", desk().get(edition).header("ETag")).post(edition + "/publish"),
        200);
  }

  /** A browser's request, without a key. */
  private static Response file(String path) {
    return given().noFilters().get(path);
  }

  private static String at(JsonPath picture, String field, int width) {
    return picture.getString(field).replace("{w}", Integer.toString(width));
  }

  @Test
  void anUploadIsDescribed() {
    JsonPath added =
        ok(
            upload(
                desk(),
                "/v1/desk/media",
                Upload.of("灯.png", PICTURE)
                    .with("account", account)
                    .with("alt", "灯会")
                    .with("licence", "豫园街道")
                    .with("focal", "0.25,0.5")),
            201);
    assertThat(added.getString("mediaType")).isEqualTo("image/png");
    assertThat(added.getInt("bytes")).isEqualTo(PICTURE.length);
    assertThat(added.<Integer>getList("picture.widths")).containsExactly(320, 640, 1080, 1400);
    assertThat(added.getInt("picture.width")).isEqualTo(1_400);
    assertThat(added.getInt("picture.height")).isEqualTo(800);
    assertThat(added.getString("picture.alt")).isEqualTo("灯会");
    assertThat(added.<Double>getList("picture.focal")).hasSize(2);
    assertThat(added.getString("picture.covers.square")).contains("square-25x50-{w}.jpg");
    assertThat(added.<Integer>getList("picture.covers.widths")).contains(320, 640);
    assertThat(added.getString("picture.placeholder")).matches("#[0-9a-f]{6}");
    assertThat(added.getString("picture.thumbHash")).matches("[A-Za-z0-9+/]{20,40}={0,2}");
    assertThat(added.<Object>getList("uses")).isEmpty();
    assertThat(added.getString("licence")).isEqualTo("豫园街道");
  }

  @Test
  void theSameUploadIsTheSamePicture() {
    JsonPath first = added(PICTURE);
    assertThat(added(PICTURE).getString("id")).isEqualTo(first.getString("id"));
    String other = account("另一个");
    JsonPath second = ok(added(adminKey(), other, PICTURE), 201);
    assertThat(second.getString("id")).isNotEqualTo(first.getString("id"));
    assertThat(second.getString("picture.url")).isEqualTo(first.getString("picture.url"));
    assertThat(count("picture")).isEqualTo(1);
  }

  @Test
  void aCoverIsSetAndReadFromTheList() {
    JsonPath added = added(PICTURE);
    String article =
        draft(
            Map.of(
                "title", "灯会",
                "html", "<p>灯会开了。</p>",
                "cover", Map.of("url", added.getString("picture.url"), "alt", "红灯")));
    publish(article);
    JsonPath cover = read("/v1/articles?account=" + account);
    assertThat(cover.getString("items[0].cover.url")).isEqualTo(added.getString("picture.url"));
    assertThat(cover.getString("items[0].cover.alt")).isEqualTo("红灯");
    assertThat(cover.<Integer>getList("items[0].cover.widths")).contains(640);
    assertThat(cover.<String>getList("items[0].cover.formats")).containsExactly("webp", "jpg");
    String path = "/v1/desk/articles/" + article;
    String tag = desk().get(path).header("ETag");
    ok(desk().header("If-Match", tag).body("{\"cover\": null}").patch(path), 200);
    assertThat(deskRead(path).getString("cover")).isNull();
  }

  @Test
  void anAvatarAndThePictureOfATargetAreSet() {
    String url = added(PICTURE).getString("picture.url");
    String path = "/v1/desk/accounts/" + account;
    Map<String, Object> avatar = Map.of("avatar", Map.of("url", url));
    String tag = desk().get(path).header("ETag");
    ok(desk().header("If-Match", tag).body(avatar).patch(path), 200);
    JsonPath read = read("/v1/accounts/" + account);
    assertThat(read.getString("avatar.url")).isEqualTo(url);
    assertThat(file(at(read, "avatar.url", 320)).statusCode()).isEqualTo(200);
    JsonPath target =
        ok(
            desk()
                .body(Map.of("name", "外面的号", "image", Map.of("url", url)))
                .post("/v1/desk/follow-targets"),
            201);
    assertThat(target.getString("status")).isNull();
    assertThat(target.getString("image.url")).isEqualTo(url);
  }

  @Test
  void aPictureIsPublicOnlyWhileSomethingPublicShowsIt() {
    JsonPath added = added(PICTURE);
    String path = at(added, "picture.url", 640);
    problem(file(path), 404, "picture-not-found");
    assertThat(desk().get(path).statusCode()).isEqualTo(200);
    problem(desk(key(Set.of("content:read"), account("x"))).get(path), 404, "picture-not-found");
    String html = "<p>灯会开了。</p><figure><img src=\"" + path + "\" alt=\"灯\"></figure>";
    String article = draft(Map.of("title", "灯会", "html", html));
    problem(file(path), 404, "picture-not-found");
    String preview =
        ok(desk().post("/v1/desk/articles/" + article + "/preview"), 200).getString("path");
    String cookie = given().noFilters().get(preview).cookie("preview");
    assertThat(given().noFilters().cookie("preview", cookie).get(path).statusCode()).isEqualTo(200);
    publish(article);
    assertThat(file(path).statusCode()).isEqualTo(200);
    assertThat(read("/v1/articles/" + article).getString("html"))
        .contains("<source type=\"image/webp\" srcset=\"", "width=\"1400\" height=\"800\"");
    ok(
        desk().body(Map.of("class", "rights")).post("/v1/desk/articles/" + article + "/withdraw"),
        200);
    problem(file(path), 410, "picture-withdrawn");
  }

  @Test
  void filesAreServedAsDataThatNeverChanges() {
    JsonPath added = added(PICTURE);
    publish(draft(Map.of("title", "灯", "html", "<p>灯。</p>", "cover", url(added))));
    String path = at(added, "picture.url", 640);
    Response whole = file(path);
    byte[] bytes = whole.asByteArray();
    assertThat(whole.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(whole.header("Cache-Control")).isEqualTo("public, max-age=86400");
    assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(whole.header("Content-Security-Policy")).contains("sandbox");
    Response part = given().noFilters().header("Range", "bytes=2-5").get(path);
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.header("Content-Range")).isEqualTo("bytes 2-5/" + bytes.length);
    assertThat(part.asByteArray()).containsExactly(bytes[2], bytes[3], bytes[4], bytes[5]);
    assertThat(given().noFilters().header("Range", "bytes=-3").get(path).asByteArray()).hasSize(3);
    Response behind = given().noFilters().header("Range", "bytes=99999999-").get(path);
    problem(behind, 416, "range-not-satisfiable");
    assertThat(behind.header("Content-Range")).isEqualTo("bytes */" + bytes.length);
    String tag = whole.header("ETag");
    Response known = given().noFilters().header("If-None-Match", tag).get(path);
    assertThat(known.statusCode()).isEqualTo(304);
    String webp = path.replace(".jpg", ".webp");
    assertThat(file(webp).header("Content-Type")).isEqualTo("image/webp");
    assertThat(file(at(added, "picture.covers.wide", 320)).statusCode()).isEqualTo(200);
    String base = path.substring(0, path.lastIndexOf('/'));
    for (String none : List.of("/original", "/641.jpg", "/..%2F..%2Fx.jpg", "/wide-1x1-320.jpg")) {
      problem(file(base + none), 404, "picture-not-found");
    }
  }

  private static Map<String, String> url(JsonPath added) {
    return Map.of("url", added.getString("picture.url"));
  }

  @Test
  void aUsedPictureCannotBeDeleted() {
    JsonPath added = added(PICTURE);
    String path = "/v1/desk/media/" + added.getString("id");
    String article = draft(Map.of("title", "灯", "html", "<p>灯。</p>", "cover", url(added)));
    JsonPath seen = deskRead(path);
    assertThat(seen.getString("uses[0].kind")).isEqualTo("draft");
    assertThat(seen.getString("uses[0].id")).isEqualTo(article);
    String tag = desk().get(path).header("ETag");
    JsonPath refused = problem(desk().header("If-Match", tag).delete(path), 409, "picture-in-use");
    assertThat(refused.getString("uses[0].id")).isEqualTo(article);
    assertThat(deskRead("/v1/desk/media?used=false").<Object>getList("items")).isEmpty();
    String draft = "/v1/desk/articles/" + article;
    ok(desk().header("If-Match", desk().get(draft).header("ETag")).delete(draft), 200);
    assertThat(deskRead("/v1/desk/media?used=false").<Object>getList("items")).hasSize(1);
    assertThat(desk().header("If-Match", tag).delete(path).statusCode()).isEqualTo(204);
    problem(desk().get(path), 404, "picture-not-found");
  }

  @Test
  void anotherFocalPointMakesOtherCovers() {
    JsonPath added = added(PICTURE);
    String path = "/v1/desk/media/" + added.getString("id");
    String tag = desk().get(path).header("ETag");
    Map<String, Object> patch = Map.of("focal", List.of(0.1, 0.5), "caption", "图为灯会。");
    JsonPath changed = ok(desk().header("If-Match", tag).body(patch).patch(path), 200);
    String square = at(changed, "picture.covers.square", 320);
    assertThat(square).contains("square-10x50-320");
    assertThat(desk().get(square).statusCode()).isEqualTo(200);
    assertThat(desk().get(at(added, "picture.covers.square", 320)).statusCode()).isEqualTo(200);
    problem(desk().header("If-Match", tag).body(patch).patch(path), 412, "precondition-failed");
  }

  @Test
  void whatIsNoPictureIsRefusedAndNothingIsStored() {
    String before = everyCount();
    byte[] text = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
    JsonPath problem = problem(added(adminKey(), account, text), 422, "picture-refused");
    assertThat(problem.getString("reason")).isEqualTo("unsupported-picture");
    byte[] cut = Arrays.copyOf(PICTURE, PICTURE.length / 2);
    assertThat(added(adminKey(), account, cut).statusCode()).isEqualTo(422);
    assertThat(everyCount()).isEqualTo(before);
  }

  @Test
  void picturesOfOthersCannotBeUsed() {
    String other = account("另一个");
    JsonPath added = ok(added(adminKey(), other, PICTURE), 201);
    Map<String, Object> article = Map.of("title", "灯", "html", "<p>灯。</p>", "cover", url(added));
    problem(
        desk()
            .body(Map.of("accountId", account, "articles", List.of(article)))
            .post("/v1/desk/editions"),
        422,
        "picture-unknown");
    String limited = key(Set.of("content:read", "content:write"), account);
    problem(added(limited, other, PICTURE), 404, "account-not-found");
    problem(desk(limited).get("/v1/desk/media/" + added.getString("id")), 404, "picture-not-found");
  }

  /** Merge patches are not validated like whole bodies. */
  @Test
  void aPictureWithoutAnAddressIsRefused() {
    Map<String, Object> named = Map.of("alt", "灯");
    String target =
        ok(desk().body(Map.of("name", "外面的号")).post("/v1/desk/follow-targets"), 201)
            .getString("id");
    String path = "/v1/desk/follow-targets/" + target;
    String tag = desk().get(path).header("ETag");
    Map<String, Object> image = Map.of("image", named);
    problem(desk().header("If-Match", tag).body(image).patch(path), 422, "picture-unknown");
    path = "/v1/desk/accounts/" + account;
    tag = desk().get(path).header("ETag");
    Map<String, Object> avatar = Map.of("avatar", named);
    problem(desk().header("If-Match", tag).body(avatar).patch(path), 422, "picture-unknown");
  }
}
