package org.yujian.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;
import org.yujian.testing.SyncCopy;
import org.yujian.testing.Upload;

/** What leaves the log and when, and that no client loses anything by it (L7). */
@QuarkusTest
class CompactionTest extends DeskTest {
  private static final Duration LATER = Duration.ofDays(181);

  @Inject Compaction compaction;
  @Inject DatabaseClock clock;

  @TestHTTPResource("/")
  URI base;

  @BeforeEach
  void begin() {
    tables().run("update change_state set horizon = 0");
  }

  @AfterEach
  void now() {
    clock.stepTo(Duration.ZERO);
    tables().run("update change_state set horizon = 0");
  }

  @Test
  void youngRowsStay() {
    history();
    long before = count("change");
    clock.stepTo(LATER.minusDays(2));
    assertThat(compaction.runOnce()).isZero();
    assertThat(count("change")).isEqualTo(before);
  }

  @Test
  void theNewestRowOfEachLiveThingStaysAndASnapshotIsWhole() {
    history();
    SyncCopy before = copy();
    before.follow(1000);
    clock.stepTo(LATER);
    tag("newest");
    long rows = count("change");
    assertThat(compaction.runOnce()).isPositive();
    assertThat(compaction.runOnce()).isZero();
    assertThat(count("change")).isLessThan(rows);
    assertThat(
            tables()
                .rows(
                    """
                    select thing_id from change c where exists
                      (select 1 from change n where n.thing_id = c.thing_id and n.version > c.version)
                      and seq < (select max(seq) from change)
                    """))
        .isEmpty();
    SyncCopy after = copy();
    after.follow(3);
    before.follow(1000);
    assertThat(after.things()).isEqualTo(before.things());
  }

  /** However old the last row is: who asked today has its token, and it must stay good. */
  @Test
  void whoAskedWithinTheTimeIsNeverSentBack() {
    history();
    SyncCopy client = copy();
    client.follow(1000);
    String token = client.token();
    for (int i = 0; i < 5; i++) {
      clock.stepTo(Duration.ofDays(170L * (i + 1)));
      compaction.runOnce();
      assertThat(read("/v1/sync?since=" + token).getList("changes")).hasSize(i == 0 ? 0 : 1);
      tag("later" + i);
      compaction.runOnce();
      token = read("/v1/sync?limit=1000&since=" + token).getString("token");
      rename("later" + i);
    }
  }

  @Test
  void whoStayedAwayTooLongStartsOver() {
    tag("a");
    String old = read("/v1/sync?types=tag").getString("token");
    history();
    clock.stepTo(LATER);
    tag("b");
    compaction.runOnce();
    assertThat(
            problem(anyone().get("/v1/sync?types=tag&since=" + old), 410, "sync-token-expired")
                .getString("restart"))
        .isEqualTo("/v1/sync?types=tag");
  }

  /** A first copy that is being read while the log is compacted goes on, and is whole. */
  @Test
  void aFirstCopyInTheMiddleGoesOn() {
    history();
    clock.stepTo(LATER);
    tag("newest");
    SyncCopy client = copy();
    client.step(2);
    client.step(2);
    compaction.runOnce();
    String token = client.token();
    assertThat(read("/v1/sync?since=" + token)).isNotNull();
    client.follow(2);
    SyncCopy fresh = copy();
    fresh.follow(1000);
    assertThat(client.things()).isEqualTo(fresh.things());
  }

  /** Tags, renames, an edition of which one article goes and one is tagged. */
  private void history() {
    for (String slug : List.of("x", "y", "z")) {
      tag(slug);
    }
    rename("x");
    rename("x");
    String text = "扫描二维码\n关注“外面”\n\n# 甲\n\n正文。\n\n# 乙\n\n正文。\n\n# 丙\n\n正文。\n";
    var report =
        imported(Upload.text(text).with("account", account("账号")).with("tag", "x").publish());
    String gone = report.getString("articles[1].articleId");
    ok(desk().body("{\"class\": \"error\"}").post("/v1/desk/articles/" + gone + "/withdraw"), 200);
    ok(
        desk().put("/v1/desk/articles/" + report.getString("articles[0].articleId") + "/tags/y"),
        200);
    rename("y");
  }

  private void rename(String slug) {
    String etag = desk().get("/v1/desk/tags/" + slug).header("ETag");
    String name = "{\"name\": \"" + slug + System.nanoTime() + "\"}";
    ok(
        desk()
            .contentType("application/merge-patch+json")
            .header("If-Match", etag)
            .body(name)
            .patch("/v1/desk/tags/" + slug),
        200);
  }

  private SyncCopy copy() {
    return new SyncCopy(new Client(base, adminKey()), "");
  }
}
