package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;
import org.yujian.testing.Upload;

/** Who has an edition open: windows of people that send heartbeats. */
@QuarkusTest
class EditLeaseTest extends DeskTest {
  private static final Set<String> EDITOR = Set.of("content:read", "content:write");

  @Inject DatabaseClock clock;

  private String edition;
  private String article;

  @BeforeEach
  void oneDraft() {
    JsonPath report = imported(Upload.text("扫描二维码关注“豫园社区”\n\n# 甲\n\n正文。\n"));
    edition = "/v1/desk/editions/" + report.getString("articles[0].editionId");
    article = report.getString("articles[0].articleId");
  }

  @AfterEach
  void resetClock() {
    clock.stepTo(Duration.ZERO);
  }

  private Response renew(String key, String window, String articleId) {
    Map<String, String> body = new HashMap<>(Map.of("window", window));
    if (articleId != null) {
      body.put("articleId", articleId);
    }
    return desk(key).body(body).put(edition + "/editors/me");
  }

  private JsonPath editors() {
    return deskRead(edition + "/editors");
  }

  @Test
  void everyWindowIsAnEditor() {
    String first = key(EDITOR);
    String second = key(EDITOR);
    ok(renew(first, "w1", null), 200);
    ok(renew(first, "w2", article), 200);
    JsonPath seen = ok(renew(second, "w1", null), 200);
    assertThat(seen.getList("items.window")).containsExactly("w1", "w2", "w1");
    assertThat(seen.getList("items.own")).containsExactly(false, false, true);
    assertThat(seen.getString("items[1].articleId")).isEqualTo(article);
    String name = "key:" + first.substring(0, 11);
    assertThat(seen.getString("items[0].by")).isEqualTo(name);
    assertThat(editors().getList("items.own")).containsOnly(false);
    String other = edition;
    edition =
        "/v1/desk/editions/"
            + imported(Upload.text("扫描二维码关注“豫园社区”\n\n# 乙\n\n文。\n"))
                .getString("articles[0].editionId");
    assertThat(editors().getList("items")).isEmpty();
    edition = other;
    assertThat(desk(first).delete(edition + "/editors/me?window=w1").statusCode()).isEqualTo(204);
    assertThat(editors().getList("items.window")).containsExactly("w2", "w1");
    assertThat(desk(first).delete(edition + "/editors/me").statusCode()).isEqualTo(204);
    assertThat(editors().getList("items.by")).doesNotContain(name).hasSize(1);
  }

  @Test
  void aWindowWithoutHeartbeatsDisappears() {
    ok(renew(adminKey(), "w1", null), 200);
    ok(renew(adminKey(), "w2", null), 200);
    Instant since = Instant.parse(editors().getString("items[0].since"));
    clock.stepTo(Duration.ofSeconds(20));
    ok(renew(adminKey(), "w1", article), 200);
    clock.stepTo(Duration.ofSeconds(35));
    JsonPath left = editors();
    assertThat(left.getList("items.window")).containsExactly("w1");
    assertThat(left.getString("items[0].articleId")).isEqualTo(article);
    assertThat(Instant.parse(left.getString("items[0].since"))).isEqualTo(since);
    clock.stepTo(Duration.ofSeconds(60));
    assertThat(editors().getList("items")).isEmpty();
    assertThat(count("edit_lease")).isEqualTo(2);
    ok(renew(adminKey(), "w1", null), 200);
    assertThat(count("edit_lease")).isEqualTo(1);
    assertThat(Instant.parse(editors().getString("items[0].since"))).isAfter(since);
  }

  @Test
  void leasesOnlyWarn() {
    String path = "/v1/desk/articles/" + article;
    String seen = desk().get(edition).header("ETag");
    ok(renew(key(EDITOR), "w1", article), 200);
    assertThat(desk().get(edition).header("ETag")).isEqualTo(seen);
    Map<String, String> title = Map.of("title", "乙");
    ok(desk().header("If-Match", desk().get(path).header("ETag")).body(title).patch(path), 200);
  }

  @Test
  void manyHeartbeatsAtOnceSucceed() {
    for (int round = 1; round < 4; round++) {
      assertThat(Together.run(16, i -> () -> renew(adminKey(), "w" + i, null).statusCode()))
          .containsOnly(200);
      assertThat(editors().getList("items")).hasSize(16);
      clock.stepTo(Duration.ofMinutes(round));
    }
  }

  @Test
  void keysOfOtherAccountsSeeNobody() {
    String foreign = key(EDITOR, account("别的"));
    problem(renew(foreign, "w1", null), 404, "edition-not-found");
    problem(desk(foreign).get(edition + "/editors"), 404, "edition-not-found");
    problem(desk(foreign).delete(edition + "/editors/me"), 404, "edition-not-found");
    problem(renew(adminKey(), "two words", null), 422, "invalid-body");
    assertThat(count("edit_lease")).isZero();
  }
}
