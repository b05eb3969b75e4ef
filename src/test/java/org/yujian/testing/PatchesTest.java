package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.text.Sha256;

/**
 * What holds for every merge patch of the desk's contract: it names the version that was looked at,
 * and null takes away what the thing can be without.
 */
@QuarkusTest
class PatchesTest extends DeskTest {
  private static final String BODY = "/requestBody/content/application~1merge-patch+json";

  private static final byte[] BYTES = DrawnPicture.png(40, 30, 2);

  /** Every account gets it; its address depends on its content only. */
  private static final Map<String, String> PICTURE = Map.of("url", "/media/" + key() + "/{w}.jpg");

  /** Values of the fields that null takes away. All others are refused as null. */
  private static final Map<String, Map<String, Object>> OPTIONAL =
      Map.of(
          "changeAccount",
              Map.of(
                  "intro",
                  "简介",
                  "registration",
                  "沪ICP备1号",
                  "avatar",
                  PICTURE,
                  "review",
                  Map.of("stages", List.of(Map.of("name", "初审")))),
          "changeTag", Map.of(),
          "changeFollowerTag", Map.of(),
          "changePlacement", Map.of("place", "门口", "endsAt", "2099-01-01T00:00:00Z"),
          "changeFollowTarget", Map.of("url", "https://example.org/x", "image", PICTURE),
          "changePicture",
              Map.of("alt", "灯", "caption", "图为灯。", "licence", "街道", "focal", List.of(0.1, 0.2)),
          "changeWebhook", Map.of("description", "门户网站", "accounts", List.of("all")),
          "changeEdition", Map.of("followTargetIds", List.of()),
          "changeArticle", article());

  /** Where the answer tells a field under another name. */
  private static final Map<String, String> TOLD_AS =
      Map.of(
          "followTargetIds", "followTargets",
          "markdown", "html",
          "alt", "picture.alt",
          "caption", "picture.caption",
          "focal", "picture.focal");

  private static String key() {
    return Base64Url.encode(Sha256.of(BYTES)).substring(0, 22);
  }

  private void addPicture() {
    for (String account : tables().texts("select id from account")) {
      String path = "/v1/desk/media/raw?account=" + account;
      ok(desk().contentType("image/png").body(BYTES).post(path), 201);
    }
  }

  private List<String> ids() {
    return tables().texts("select id from account");
  }

  private static Map<String, Object> article() {
    Map<String, Object> fields = new TreeMap<>();
    for (String text : List.of("kicker", "title", "subtitle", "digest", "source", "author")) {
      fields.put(text, text);
    }
    fields.put("cover", PICTURE);
    fields.put("tags", List.of("t"));
    fields.put("provenance", Map.of("source", "人民日报"));
    fields.put("html", "<p>正文。</p>");
    fields.put("markdown", "正文。");
    fields.put("blocks", List.of(Map.of("type", "paragraph", "text", "正文。")));
    return fields;
  }

  private List<String> patches() {
    return Operations.writesOfDesk().stream()
        .filter(operation -> Operations.ofDesk().get(operation).startsWith("PATCH "))
        .toList();
  }

  @Test
  void everyPatchNamesWhatWasLookedAt() {
    for (String operation : patches()) {
      DeskWrites.Write write = new DeskWrites(this).of(operation);
      for (String none : new String[] {null, "*", " "}) {
        DeskWrites.Write blind = as(write, write.body(), none);
        problem(blind.send(desk()), 428, "precondition-required");
      }
      problem(as(write, write.body(), "x").send(desk()), 412, "precondition-failed");
      assertThat(write.etag()).isEqualTo(etag(write));
      ok(write.send(desk()), 200);
      assertThat(etag(write)).as(operation).isNotEqualTo(write.etag());
      JsonPath stale = problem(write.send(desk()), 412, "precondition-failed");
      assertThat(stale.getString("changedAt")).as(operation).isNotNull();
      ok(as(write, write.body(), etag(write)).send(desk()), 200);
    }
  }

  @Test
  void nullTakesAwayOrIsRefused() {
    for (String operation : patches()) {
      assertThat(OPTIONAL).as("the optional fields of %s", operation).containsKey(operation);
      DeskWrites.Write write = new DeskWrites(this).of(operation);
      tag("t");
      addPicture();
      for (String field : fields(operation)) {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put(field, null);
        Object value = OPTIONAL.get(operation).get(field);
        if (value == null) {
          JsonPath refused = problem(send(write, nothing), 422, "invalid-body");
          assertThat(refused.getList("errors.pointer")).containsExactly("/" + field);
          continue;
        }
        Map<String, Object> given = Map.of(field, value.equals(List.of("all")) ? ids() : value);
        Response before = value.equals(List.of()) ? desk().get(write.path()) : send(write, given);
        assertThat(present(before, field)).as(operation + before.asString()).isTrue();
        Response after = send(write, nothing);
        ok(after, 200);
        assertThat(present(after, field)).as(operation + after.asString()).isFalse();
        assertThat(desk().get(write.path()).asString()).isEqualTo(after.asString());
      }
    }
  }

  private static List<String> fields(String operation) {
    JsonNode contract = Operations.running();
    JsonNode body = Operations.of(contract).get(Operations.ofDesk().get(operation)).at(BODY);
    String schema = body.path("schema").path("$ref").asText().substring(1);
    List<String> names = new ArrayList<>();
    contract.at(schema).path("properties").fieldNames().forEachRemaining(names::add);
    assertThat(names).as(operation).isNotEmpty();
    return names;
  }

  private static boolean present(Response answer, String field) {
    JsonPath thing = ok(answer, 200);
    String name = TOLD_AS.getOrDefault(field, field);
    Object told = thing.get("draft") == null ? thing.get(name) : thing.get("draft." + name);
    return !Objects.toString(told, "").isEmpty() && !List.of().equals(told);
  }

  private Response send(DeskWrites.Write write, Map<String, Object> body) {
    return desk().header("If-Match", etag(write)).body(body).patch(write.path());
  }

  private String etag(DeskWrites.Write write) {
    return desk().get(write.path()).header("ETag");
  }

  private static DeskWrites.Write as(DeskWrites.Write write, Object body, String etag) {
    return new DeskWrites.Write(write.action(), write.method(), write.path(), body, etag);
  }
}
