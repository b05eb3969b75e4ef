package org.yujian.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

@QuarkusTest
class DeskFollowTargetResourceTest extends DeskTest {
  private static final String PATH = "/v1/desk/follow-targets";

  private Response create(Map<String, Object> body) {
    return desk().body(body).post(PATH);
  }

  private Response patch(String id, String etag, Map<String, Object> body) {
    return desk().header("If-Match", etag).body(body).patch(PATH + "/" + id);
  }

  private static String decoded(byte[] png) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  void anOutsideTargetsCodeLeadsToItsUrl() throws Exception {
    JsonPath made = ok(create(Map.of("name", "外面的")), 201);
    String id = made.getString("id");
    assertThat(made.getString("status")).isEqualTo("needs-image");
    assertThat(made.getMap("qr")).isNull();
    JsonPath changed = ok(patch(id, "\"v1\"", Map.of("url", "https://example.org/关注?a=1")), 200);
    assertThat(changed.getString("status")).isNull();
    String png = read("/v1/follow-targets/" + id).getString("qr.png");
    assertThat(decoded(anyone().get(png).asByteArray())).isEqualTo("https://example.org/关注?a=1");
    ok(patch(id, "\"v2\"", Map.of("url", "https://example.org/2")), 200);
    String other = read("/v1/follow-targets/" + id).getString("qr.png");
    assertThat(other).isNotEqualTo(png);
    assertThat(decoded(anyone().get(other).asByteArray())).isEqualTo("https://example.org/2");
    Map<String, Object> none = new HashMap<>();
    none.put("url", null);
    assertThat(ok(patch(id, "\"v3\"", none), 200).getString("status")).isEqualTo("needs-image");
    assertThat(tables().texts("select version from change order by seq"))
        .containsExactly("1", "2", "3", "4");
  }

  @Test
  void whatChangesNothingWritesNothing() {
    String id = ok(create(Map.of("name", "外面的")), 201).getString("id");
    assertThat(ok(patch(id, "\"v1\"", Map.of("name", "外面的 ")), 200).getInt("version")).isEqualTo(1);
    assertThat(count("change")).isEqualTo(1);
  }

  @Test
  void theTargetOfAnAccountChangesWithTheAccountOnly() {
    account("这里的");
    String id = read("/v1/follow-targets").getString("items[0].id");
    problem(patch(id, "\"v1\"", Map.of("url", "https://a.b")), 409, "follow-target-of-account");
    problem(create(Map.of("name", "这里的")), 409, "follow-target-name-taken");
  }

  @Test
  void namesAreTakenOnceAndVersionsAreLookedAt() {
    String id = ok(create(Map.of("name", "ＡＩ")), 201).getString("id");
    problem(create(Map.of("name", "AI")), 409, "follow-target-name-taken");
    ok(create(Map.of("name", "别的")), 201);
    problem(patch(id, "\"v1\"", Map.of("name", "别的")), 409, "follow-target-name-taken");
    problem(patch(id, "\"v5\"", Map.of("name", "新的")), 412, "precondition-failed");
    problem(desk().body(Map.of("name", "新的")).patch(PATH + "/" + id), 428, "precondition-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://a.b",
        "//a.b",
        "https://",
        "https://a b",
        "data:text/html,x"
      })
  void onlyWebAddressesAreTaken(String url) {
    problem(create(Map.of("name", "外面的", "url", url)), 422, "invalid-body");
    assertThat(count("follow_target")).isZero();
  }

  @Test
  void aSmallPictureOfALongAddressIsRefused() {
    String url = "https://example.org/" + "长".repeat(400);
    String id = ok(create(Map.of("name", "外面的", "url", url)), 201).getString("id");
    problem(anyone().get("/v1/follow-targets/" + id + "/qr.png?size=120"), 400, "qr-too-small");
  }

  @Test
  void onlyTheAddressThatNamesThePictureIsKeptForADay() {
    String id =
        ok(create(Map.of("name", "外", "url", "https://example.org/1")), 201).getString("id");
    JsonPath qr = read("/v1/follow-targets/" + id);
    for (String kind : new String[] {"svg", "png"}) {
      String named = qr.getString("qr." + kind);
      String bare = named.substring(0, named.indexOf('?'));
      assertThat(anyone().get(named).header("Cache-Control")).isEqualTo("max-age=86400");
      for (String other : new String[] {bare, bare + "?v=", bare + "?v=00000000"}) {
        assertThat(anyone().get(other).header("Cache-Control"))
            .isEqualTo("max-age=10, stale-while-revalidate=30");
      }
    }
    ok(patch(id, "\"v1\"", Map.of("url", "https://example.org/2")), 200);
    assertThat(anyone().get(qr.getString("qr.svg")).header("Cache-Control"))
        .startsWith("max-age=10,");
  }

  @Test
  void aUrlHoldsNoControls() {
    Map<String, Object> body = Map.of("name", "外", "url", "https://example.org/\u202Egnp.exe");
    JsonPath problem = problem(create(body), 422, "invalid-body");
    assertThat(problem.getString("errors[0].pointer")).isEqualTo("/url");
  }

  @Test
  void aStaleChangeIsToldWhoMadeTheLastOne() {
    String id = ok(create(Map.of("name", "外")), 201).getString("id");
    JsonPath stale = problem(patch(id, "\"v9\"", Map.of()), 412, "precondition-failed");
    assertThat(stale.getString("changedBy")).startsWith("key:yj_");
  }
}
