package org.yujian.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.auth.Scopes;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

@QuarkusTest
class DeskAccountResourceTest extends DeskTest {
  private static final String PATH = "/v1/desk/accounts";

  private Response create(Map<String, Object> body) {
    return desk().body(body).post(PATH);
  }

  private Response patch(String id, String etag, Object body) {
    return desk().header("If-Match", etag).body(body).patch(PATH + "/" + id);
  }

  private String etag(String id) {
    return desk().get(PATH + "/" + id).header("ETag");
  }

  @Test
  void anAccountIsPublicAtOnceWithAHandleFromPinyin() {
    Response response = create(Map.of("name", "善治豫园", "intro", "介绍", "registration", "备案1"));
    JsonPath made = ok(response, 201);
    assertThat(response.header("Location")).isEqualTo(PATH + "/" + made.getString("id"));
    assertThat(response.header("ETag")).isEqualTo("\"v1\"");
    assertThat(made.getString("handle")).isEqualTo("shan-zhi-yu-yuan");
    assertThat(made.getString("state")).isEqualTo("open");
    JsonPath seen = read("/v1/accounts/@shan-zhi-yu-yuan");
    assertThat(seen.getString("intro")).isEqualTo("介绍");
    assertThat(seen.getString("registration")).isEqualTo("备案1");
    assertThat(read("/v1/follow-targets").getList("items.name")).containsExactly("善治豫园");
    assertThat(tables().texts("select type from change order by type"))
        .containsExactly("account", "followTarget");
  }

  @Test
  void handlesOfEqualSoundGetNumbers() {
    assertThat(ok(create(Map.of("name", "豫园")), 201).getString("handle")).isEqualTo("yu-yuan");
    assertThat(ok(create(Map.of("name", "渔园")), 201).getString("handle")).isEqualTo("yu-yuan-2");
    problem(create(Map.of("name", "玉园", "handle", "yu-yuan")), 409, "account-handle-taken");
    problem(create(Map.of("name", "☆")), 422, "account-handle-required");
    ok(create(Map.of("name", "☆", "handle", "star")), 201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AI社区", "ＡＩ社区", " AI社区", "AI社区　", "AI社区\u200B"})
  void namesOfEqualKeysAreTaken(String name) {
    ok(create(Map.of("name", "AI社区")), 201);
    long rows = count("change");
    problem(create(Map.of("name", name)), 409, "account-name-taken");
    assertThat(count("account")).isEqualTo(1);
    assertThat(count("change")).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\": null}",
        "{\"name\": \"\"}",
        "{\"name\": \" \"}",
        "{\"name\": \"　\u00A0\"}",
        "{\"name\": \"a\", \"unknown\": 1}",
        "{\"name\": \"a\", \"handle\": \"A\"}",
        "{\"name\": \"a\", \"handle\": \"-a\"}",
        "{\"name\": 1}"
      })
  void whatIsNoAccountIsRefused(String body) {
    problem(desk().body(body).post(PATH), 422, "invalid-body");
    assertThat(count("account")).isZero();
  }

  @Test
  void lengthsCountCodePoints() {
    problem(create(Map.of("name", "长".repeat(65))), 422, "invalid-body");
    problem(create(Map.of("name", "a", "intro", "长".repeat(501))), 422, "invalid-body");
    problem(create(Map.of("name", "a", "registration", "长".repeat(201))), 422, "invalid-body");
    JsonPath made = ok(create(Map.of("name", "𠮷".repeat(64), "handle", "rare")), 201);
    assertThat(made.getString("name").codePoints().count()).isEqualTo(64);
  }

  @Test
  void aMergePatchChangesWhatItNames() {
    String id = ok(create(Map.of("name", "旧", "intro", "介绍")), 201).getString("id");
    Map<String, Object> patch = new HashMap<>();
    patch.put("name", "新");
    patch.put("intro", null);
    JsonPath changed = ok(patch(id, "\"v1\"", patch), 200);
    assertThat(changed.getString("name")).isEqualTo("新");
    assertThat(changed.getString("intro")).isNull();
    assertThat(changed.getString("handle")).isEqualTo("jiu");
    assertThat(changed.getInt("version")).isEqualTo(2);
    assertThat(read("/v1/accounts/" + id).getString("name")).isEqualTo("新");
    assertThat(read("/v1/follow-targets").getList("items.name")).containsExactly("新");
    assertThat(tables().rows("select type, version, account_ids from change order by seq offset 2"))
        .extracting(row -> row.get(0) + row.get(1))
        .containsExactlyInAnyOrder("account2", "followTarget2");
  }

  @Test
  void whatChangesNothingWritesNothing() {
    String id = account("名");
    long rows = count("change");
    assertThat(ok(patch(id, "\"v1\"", Map.of("name", " 名　")), 200).getInt("version")).isEqualTo(1);
    assertThat(ok(patch(id, "\"v1\"", Map.of()), 200).getInt("version")).isEqualTo(1);
    assertThat(count("change")).isEqualTo(rows);
  }

  @Test
  void whatWasLookedAtIsWhatIsChanged() {
    String id = account("名");
    problem(desk().body(Map.of("name", "新")).patch(PATH + "/" + id), 428, "precondition-required");
    problem(patch(id, "*", Map.of("name", "新")), 428, "precondition-required");
    JsonPath stale = problem(patch(id, "\"v7\"", Map.of("name", "新")), 412, "precondition-failed");
    assertThat(stale.getInt("version")).isEqualTo(1);
    assertThat(stale.getString("changedAt")).isNotNull();
    assertThat(stale.getString("changedBy")).startsWith("key:yj_");
    problem(patch(id, "\"other\"", Map.of("name", "新")), 412, "precondition-failed");
    assertThat(etag(id)).isEqualTo("\"v1\"");
  }

  @Test
  void wrongPatchesAreRefused() {
    String id = account("名");
    account("别的");
    problem(patch(id, "\"v1\"", Map.of("name", "别的")), 409, "account-name-taken");
    JsonPath fixed = problem(patch(id, "\"v1\"", Map.of("handle", "x")), 422, "invalid-body");
    assertThat(fixed.getString("errors[0].pointer")).isEqualTo("/handle");
    assertThat(fixed.getString("errors[0].code")).isEqualTo("unknown");
    JsonPath number = problem(patch(id, "\"v1\"", Map.of("intro", 5)), 422, "invalid-body");
    assertThat(number.getString("errors[0].pointer")).isEqualTo("/intro");
    problem(patch(id, "\"v1\"", Map.of("name", "　")), 422, "invalid-body");
    problem(patch(id, "\"v1\"", "[]"), 422, "invalid-body");
    Map<String, Object> nameless = new HashMap<>();
    nameless.put("name", null);
    problem(patch(id, "\"v1\"", nameless), 422, "invalid-body");
    assertThat(etag(id)).isEqualTo("\"v1\"");
  }

  @Test
  void aHiddenAccountChangesWithoutARow() {
    JsonPath report = imported(Upload.text("扫描二维码关注“甲社区”\n\n# 甲\n\n正文。\n"));
    String id = report.getString("accountId");
    ok(patch(id, "\"v1\"", Map.of("intro", "介绍")), 200);
    assertThat(count("change")).isZero();
    problem(anyone().get("/v1/accounts/" + id), 404, "account-not-found");
  }

  @Test
  void limitedKeysSeeAndChangeTheirAccountsOnly() {
    String mine = account("我的");
    String other = account("别人的");
    String key = key(Set.of(Scopes.CONTENT_READ, Scopes.ADMIN), mine);
    assertThat(ok(desk(key).get(PATH), 200).getList("items.id")).containsExactly(mine);
    problem(desk(key).get(PATH + "/" + other), 404, "account-not-found");
    problem(
        desk(key).header("If-Match", "\"v1\"").body(Map.of("name", "x")).patch(PATH + "/" + other),
        404,
        "account-not-found");
    problem(desk(key).body(Map.of("name", "新的")).post(PATH), 403, "key-limited");
    ok(
        desk(key).header("If-Match", "\"v1\"").body(Map.of("intro", "x")).patch(PATH + "/" + mine),
        200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲\n乙", "甲\u202E乙", "甲\u2066乙", "甲\u0007乙", "甲\u2028乙", "甲\u0085乙"})
  void namesAreOneLineAndRunOneWay(String name) {
    String id = account("名");
    String etag = etag(id);
    String tagged = "/v1/desk/tags/" + tag("t");
    Map<String, String> body = Map.of("name", name);
    assertPlain(create(Map.of("name", name)));
    assertPlain(patch(id, etag, body));
    assertPlain(desk().body(body).post("/v1/desk/tags"));
    assertPlain(desk().header("If-Match", "\"v1\"").body(body).patch(tagged));
    assertPlain(desk().body(body).post("/v1/desk/follow-targets"));
    problem(
        upload(Upload.text("# 甲\n\n文。\n").with("account", id).with("tag", name)),
        400,
        "invalid-parameter");
    assertThat(count("account") + count("tag") + count("follow_target")).isEqualTo(3);
  }

  private static void assertPlain(Response response) {
    JsonPath problem = problem(response, 422, "invalid-body");
    assertThat(problem.getString("errors[0].pointer")).isEqualTo("/name");
    assertThat(problem.getString("errors[0].code")).isEqualTo("plain-line");
  }

  @Test
  void aDocumentsNameLosesWhatTurnsItAround() {
    JsonPath report = imported(Upload.text("扫描二维码关注“甲\u202E社区”\n\n# 甲\u202E题\n\n正文。\n"));
    assertThat(report.getString("followTargets[0].name")).isEqualTo("甲社区");
    assertThat(report.getString("articles[0].title")).isEqualTo("甲\u202E题");
  }
}
