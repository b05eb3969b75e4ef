package org.yujian.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

@QuarkusTest
class DeskTagResourceTest extends DeskTest {
  private static final String PATH = "/v1/desk/tags";

  private Response create(Map<String, Object> body) {
    return desk().body(body).post(PATH);
  }

  private Response rename(String slug, String etag, String name) {
    return desk().header("If-Match", etag).body(Map.of("name", name)).patch(PATH + "/" + slug);
  }

  @Test
  void aTagIsPublicAtOnceWithASlugFromPinyin() {
    Response response = create(Map.of("name", "基层治理"));
    assertThat(ok(response, 201).getString("slug")).isEqualTo("ji-ceng-zhi-li");
    assertThat(response.header("Location")).isEqualTo(PATH + "/ji-ceng-zhi-li");
    assertThat(read("/v1/tags/ji-ceng-zhi-li").getString("name")).isEqualTo("基层治理");
    assertThat(read("/v1/tags").getList("items.slug")).containsExactly("ji-ceng-zhi-li");
    assertThat(tables().rows("select type, version, tags from change"))
        .containsExactly(List.of("tag", "1", "{ji-ceng-zhi-li}"));
  }

  @Test
  void namesAndSlugsAreTakenOnce() {
    ok(create(Map.of("name", "ＡＩ", "slug", "ai")), 201);
    problem(create(Map.of("name", "AI", "slug", "other")), 409, "tag-name-taken");
    problem(create(Map.of("name", "别的", "slug", "ai")), 409, "tag-slug-taken");
    problem(create(Map.of("name", "☆")), 422, "tag-slug-required");
    problem(create(Map.of("name", "长".repeat(33))), 422, "invalid-body");
    problem(create(Map.of("name", "　")), 422, "invalid-body");
    problem(create(Map.of("name", "a", "slug", "A b")), 422, "invalid-body");
    assertThat(count("tag")).isEqualTo(1);
    assertThat(count("change")).isEqualTo(1);
  }

  @Test
  void aRenamedTagKeepsItsSlug() {
    String slug = tag("old");
    JsonPath renamed = ok(rename(slug, "\"v1\"", "新名"), 200);
    assertThat(renamed.getString("slug")).isEqualTo("old");
    assertThat(renamed.getInt("version")).isEqualTo(2);
    assertThat(read("/v1/tags/old").getString("name")).isEqualTo("新名");
    assertThat(count("change")).isEqualTo(2);
    ok(rename(slug, "\"v2\"", " 新名 "), 200);
    assertThat(count("change")).isEqualTo(2);
  }

  @Test
  void whatWasLookedAtIsWhatIsRenamed() {
    String slug = tag("old");
    tag("other");
    problem(desk().body(Map.of("name", "x")).patch(PATH + "/old"), 428, "precondition-required");
    assertThat(problem(rename(slug, "\"v9\"", "x"), 412, "precondition-failed").getInt("version"))
        .isEqualTo(1);
    problem(rename(slug, "\"v1\"", "other"), 409, "tag-name-taken");
    problem(rename("nobody", "\"v1\"", "x"), 404, "tag-not-found");
    problem(anyone().get("/v1/tags/nobody"), 404, "tag-not-found");
  }

  @Test
  void aStaleRenamingIsToldWhoMadeTheLastOne() {
    JsonPath stale =
        problem(
            desk()
                .header("If-Match", "\"v9\"")
                .body(Map.of("name", "乙"))
                .patch("/v1/desk/tags/" + tag("t")),
            412,
            "precondition-failed");
    assertThat(stale.getString("changedBy")).startsWith("key:yj_");
  }
}
