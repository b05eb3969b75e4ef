package org.yujian.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;
import org.yujian.testing.Upload;

/** What becomes of codes when their placement ends. */
@QuarkusTest
class PlacementEndTest extends PlacementTest {
  @Test
  void anEndIsPublicAtOnceAndForEver() {
    JsonPath placement = made(poster());
    ok(landing(placement), 200);
    long seq = seq();
    JsonPath ended = ok(desk().post(path + "/" + id(placement) + "/end"), 200);

    assertThat(ended.getString("state")).isEqualTo("ended");
    assertThat(toldSince(seq)).containsExactly("placement");
    assertThat(problem(landing(placement), 410, "follow-code-ended").getString("detail"))
        .contains("豫见社区");
    ok(desk().post(path + "/" + id(placement) + "/end"), 200);
    assertThat(toldSince(seq)).hasSize(1);
    Map<String, Object> forEver = new HashMap<>();
    forEver.put("endsAt", null);
    problem(change(ended, forEver), 409, "placement-ended");
    problem(change(ended, Map.of("endsAt", in(HOUR).toString())), 409, "placement-ended");
    assertThat(ok(change(ended, Map.of("label", "旧海报")), 200).getString("label")).isEqualTo("旧海报");
  }

  /** The page ends with the clock, the log hears of it when the clock's work is done. */
  @Test
  void aTimedEndNeedsNoHand() {
    JsonPath placement = made(with("endsAt", in(HOUR).toString()));
    Response before = landing(placement);
    ok(before, 200);
    assertThat(before.header("Cache-Control")).isEqualTo("no-cache");
    long seq = seq();
    assertThat(ending.runOnce()).isZero();

    clock.stepTo(HOUR.plusMinutes(1));

    problem(landing(placement), 410, "follow-code-ended");
    assertThat(deskRead(path + "/" + id(placement)).getString("state")).isEqualTo("ended");
    assertThat(toldSince(seq)).isEmpty();
    assertThat(ending.runOnce()).isOne();
    assertThat(ending.runOnce()).isZero();
    assertThat(toldSince(seq)).containsExactly("placement");
    assertThat(
            tables().texts("select by_name || ' ' || action from audit order by id desc limit 1"))
        .containsExactly("clock placement.end");
    problem(landing(placement), 410, "follow-code-ended");
  }

  @Test
  void ofManyNodesOneTellsTheEnd() throws Exception {
    made(with("endsAt", in(HOUR).toString()));
    clock.stepTo(HOUR.plusMinutes(1));
    long seq = seq();

    assertThat(
            Together.run(4, i -> () -> ending.runOnce()).stream().mapToInt(Integer::intValue).sum())
        .isOne();
    assertThat(toldSince(seq)).hasSize(1);
  }

  @Test
  void whatWasDeletedIsGoneForEverAndStaysAsHistory() {
    JsonPath placement = made(poster());
    ok(landing(placement), 200);
    long seq = seq();
    desk().delete(path + "/" + id(placement)).then().statusCode(204);

    assertThat(toldSince(seq)).containsExactly("placement");
    assertThat(problem(landing(placement), 410, "follow-code-ended").getString("detail"))
        .contains("豫见社区");
    problem(desk().get(path + "/" + id(placement)), 404, "placement-not-found");
    problem(change(placement, Map.of("label", "x")), 404, "placement-not-found");
    problem(desk().post(path + "/" + id(placement) + "/end"), 404, "placement-not-found");
    problem(desk().delete(path + "/" + id(placement)), 404, "placement-not-found");
    assertThat(deskRead(path).getList("items.label")).containsExactly("default");
    assertThat(count("placement")).isEqualTo(2);
  }

  @Test
  void theDefaultOneLastsAsLongAsTheAccount() {
    JsonPath standard = ok(desk().get(path + "/" + deskRead(path).getString("items[0].id")), 200);
    problem(desk().delete(path + "/" + id(standard)), 409, "placement-is-default");
    problem(desk().post(path + "/" + id(standard) + "/end"), 409, "placement-is-default");
    problem(change(standard, Map.of("endsAt", in(HOUR).toString())), 409, "placement-is-default");
    ok(change(standard, Map.of("label", "网页")), 200);
    ok(landing(standard), 200);
  }

  @Test
  void aHiddenAccountsCodesWaitForIt() {
    String text = "扫描二维码 关注“晨光小学”\n\n# 甲\n\n正文。\n";
    JsonPath report = imported(Upload.text(text));
    path =
        "/v1/desk/follow-targets/"
            + report.getString("followTargets[0].followTargetId")
            + "/placements";
    JsonPath placement = made(poster());
    problem(landing(placement), 404, "follow-code-not-found");
    long seq = seq();
    ok(desk().post(path + "/" + id(placement) + "/end"), 200);
    assertThat(seq()).isEqualTo(seq);
  }

  @Test
  void nothingIsPrintedOfWhatHasEnded() {
    String one = path + "/" + id(made(poster()));
    ok(desk().post(one + "/end"), 200);
    problem(desk().get(one + "/poster.pdf"), 409, "placement-ended");
  }
}
