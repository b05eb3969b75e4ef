package org.yujian.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;

/** Placements at the desk. */
@QuarkusTest
class PlacementResourceTest extends PlacementTest {
  @Test
  void eachPlacementHasACodeAndASceneOfItsOwn() {
    JsonPath first = made(poster());
    JsonPath second = made(Map.of("label", "屏幕", "medium", "screen"));

    assertThat(first.getString("scene")).isEqualTo("gate-east");
    assertThat(first.getString("place")).isEqualTo("东门公告栏");
    assertThat(first.getString("state")).isEqualTo("active");
    assertThat(first.getString("url")).isEqualTo("/f/" + first.getString("code"));
    assertThat(second.getString("scene")).matches("[0-9a-v]{1,10}");
    assertThat(second.getString("code")).hasSize(22).isNotEqualTo(first.getString("code"));
    for (JsonPath placement : List.of(first, second)) {
      assertThat(ok(landing(placement), 200).getString("account.id")).isEqualTo(account);
    }
    JsonPath list = deskRead(path);
    assertThat(list.getList("items.label")).containsExactly("屏幕", "东门海报", "default");
    assertThat(list.getList("items.standard")).containsExactly(false, false, true);
  }

  @Test
  void theListIsPaged() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(0, id(made(Map.of("label", "第" + i + "处", "medium", "partner"))));
    }
    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page = deskRead(path + "?limit=2" + cursor);
      found.addAll(page.getList("items.id"));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    } while (cursor != null);
    assertThat(found).startsWith(ids.toArray(String[]::new)).hasSize(6);
  }

  @Test
  void aSceneIsNeverUsedAgain() {
    JsonPath placement = made(poster());
    problem(desk().body(poster()).post(path), 409, "placement-scene-taken");
    desk().delete(path + "/" + id(placement)).then().statusCode(204);
    problem(desk().body(poster()).post(path), 409, "placement-scene-taken");
    problem(desk().body(with("scene", "default")).post(path), 409, "placement-scene-taken");
    made(with("scene", "gate-West"));
    made(with("scene", "gate-west"));
  }

  @Test
  void whoAsksAtOnceGetsOneScene() throws Exception {
    List<Integer> statuses =
        Together.run(4, i -> () -> desk().body(poster()).post(path).statusCode());

    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
  }

  @Test
  void whatIsWrongIsNamed() {
    Map<String, Object> wrong = new HashMap<>();
    wrong.put("label", "x".repeat(65));
    wrong.put("medium", "radio");
    wrong.put("scene", " x");
    wrong.put("endsAt", "2036-01-01T00:00:00Z");
    assertThat(
            problem(desk().body(wrong).post(path), 422, "invalid-body").getList("errors.pointer"))
        .containsExactly("/label", "/medium", "/scene");
    for (Object scene : List.of("", "x".repeat(65), "a\u0000b", "a\nb")) {
      problem(desk().body(with("scene", scene)).post(path), 422, "invalid-body");
    }
    made(with("scene", "𠀀".repeat(64)));
    Response past = desk().body(with("endsAt", in(HOUR.negated()).toString())).post(path);
    assertThat(problem(past, 422, "invalid-body").getString("errors[0].code")).isEqualTo("future");
  }

  @Test
  void aPostIsSafeToRepeat() {
    JsonPath first = ok(desk().header("Idempotency-Key", "k1").body(poster()).post(path), 201);
    JsonPath again = ok(desk().header("Idempotency-Key", "k1").body(poster()).post(path), 201);
    assertThat(again.getString("code")).isEqualTo(first.getString("code"));
    assertThat(deskRead(path).getList("items")).hasSize(2);
  }

  @Test
  void changesNeedTheVersionThatWasLookedAt() {
    JsonPath made = made(poster());
    String one = path + "/" + id(made);
    problem(desk().body(Map.of("place", "西门")).patch(one), 428, "precondition-required");
    JsonPath changed = ok(change(made, Map.of("place", "西门", "medium", "screen")), 200);
    assertThat(changed.getString("place")).isEqualTo("西门");
    assertThat(changed.getLong("version")).isEqualTo(2);
    assertThat(changed.getString("code")).isEqualTo(made.getString("code"));
    problem(change(made, Map.of("place", "北门")), 412, "precondition-failed");
    problem(change(changed, Map.of("scene", "other")), 422, "invalid-body");
    Map<String, Object> nowhere = new HashMap<>();
    nowhere.put("place", null);
    assertThat(ok(change(changed, nowhere), 200).getString("place")).isNull();
  }

  @Test
  void outsideTargetsAndClosedAccountsHaveNoPlacements() {
    String outside =
        ok(desk().body(Map.of("name", "读书会")).post("/v1/desk/follow-targets"), 201).getString("id");
    String elsewhere = "/v1/desk/follow-targets/" + outside + "/placements";
    problem(desk().get(elsewhere), 409, "placement-needs-account");
    problem(desk().body(poster()).post(elsewhere), 409, "placement-needs-account");
    String unknown = path.replace(target, UUID.randomUUID().toString());
    problem(desk().get(unknown), 404, "follow-target-not-found");
    JsonPath other = made(poster());
    problem(desk().get(elsewhere + "/" + id(other)), 409, "placement-needs-account");
    String etag = desk().get("/v1/desk/accounts/" + account).header("ETag");
    String close = "/v1/desk/accounts/" + account + "/close";
    ok(desk().header("If-Match", etag).body(Map.of()).post(close), 200);
    problem(desk().body(with("scene", "late")).post(path), 410, "account-closed");
    assertThat(problem(landing(other), 410, "account-closed").getString("detail")).contains("豫见社区");
  }

  @Test
  void keysReachTheirOwnAccountsOnly() {
    JsonPath placement = made(poster());
    String own = key(Set.of("follow:write", "content:read"), account);
    String foreign = key(Set.of("follow:write", "content:read"), account("别的社区"));
    ok(desk(own).body(with("scene", "own")).post(path), 201);
    String one = path + "/" + id(placement);
    for (Response refused :
        List.of(
            desk(foreign).get(path),
            desk(foreign).get(one),
            desk(foreign).get(one + "/poster.pdf"),
            desk(foreign).body(with("scene", "foreign")).post(path),
            desk(foreign).post(one + "/end"),
            desk(foreign).delete(one))) {
      problem(refused, 404, "follow-target-not-found");
    }
  }

  /** This program has no public address: what would be printed could not be scanned. */
  @Test
  void nothingIsPrintedWithoutAPublicAddress() {
    String one = path + "/" + id(made(poster()));
    for (String what :
        List.of(
            "/qr.svg",
            "/qr.png",
            "/qr.png?size=300",
            "/sheet.pdf",
            "/poster.pdf",
            "/poster.svg",
            "/poster.png")) {
      problem(desk().get(one + what), 409, "public-url-unset");
    }
    problem(desk().get(one + "/qr.png?size=119"), 400, "invalid-parameter");
    problem(desk().get(one + "/qr.png?size=2001"), 400, "invalid-parameter");
  }
}
