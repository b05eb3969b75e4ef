package org.yujian.target;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

/** A public account whose follow target gets placements, with the clock in hand. */
abstract class PlacementTest extends DeskTest {
  static final Duration HOUR = Duration.ofHours(1);

  @Inject PlacementClock ending;
  @Inject DatabaseClock clock;

  String account;
  String target;
  String path;

  @BeforeEach
  void begin() {
    account = account("豫见社区");
    target = read("/v1/follow-targets?account=" + account).getString("items[0].id");
    path = "/v1/desk/follow-targets/" + target + "/placements";
  }

  @AfterEach
  void atItsPace() {
    clock.stepTo(Duration.ZERO);
  }

  static Map<String, Object> poster() {
    return Map.of("label", "东门海报", "medium", "print", "place", "东门公告栏", "scene", "gate-east");
  }

  final JsonPath made(Map<String, Object> request) {
    return ok(desk().body(request).post(path), 201);
  }

  final Map<String, Object> with(String name, Object value) {
    Map<String, Object> request = new HashMap<>(poster());
    request.put(name, value);
    return request;
  }

  final Instant in(Duration time) {
    return Instant.parse(tables().texts("select to_json(now()) #>> '{}'").get(0)).plus(time);
  }

  final Response change(JsonPath placement, Map<String, Object> patch) {
    String etag = "\"v" + placement.getLong("version") + "\"";
    return desk().header("If-Match", etag).body(patch).patch(path + "/" + id(placement));
  }

  static String id(JsonPath placement) {
    return placement.getString("id");
  }

  static Response landing(JsonPath placement) {
    return anyone().accept("application/json").get("/f/" + placement.getString("code"));
  }

  /** The rows of the change log about the target since then. */
  final List<String> toldSince(long seq) {
    return tables()
        .texts(
            "select parts[1] from change where thing_id = ?::uuid and seq > ? order by seq",
            target,
            seq);
  }

  final long seq() {
    return tables().number("select coalesce(max(seq), 0) from change");
  }
}
