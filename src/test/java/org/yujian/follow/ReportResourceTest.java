package org.yujian.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Upload;

/** Reports: whose, of which days, in which form. Their numbers: {@link ReportNumbersTest}. */
@QuarkusTest
class ReportResourceTest extends DeskTest {
  private static final String SCANS = "/v1/desk/reports/scans";
  private static final String FOLLOWS = "/v1/desk/reports/follows";

  private String one;
  private String other;

  @BeforeEach
  void scan() {
    one = publisher("甲社区", "code-1");
    other = publisher("乙社区", "code-2");
    Phone phone = Phone.signUp();
    ok(ScanResourceTest.scan(phone, "code-1"), 200);
    ok(ScanResourceTest.scan(phone, "code-2"), 200);
    ok(ScanResourceTest.scan(phone, "code-2"), 200);
  }

  private String publisher(String name, String code) {
    String text = "扫描二维码关注“" + name + "”\n\n# " + name + "\n\n正文。\n";
    String account = imported(Upload.text(text).publish()).getString("accountId");
    tables()
        .run(
            String.format(
                Locale.ROOT,
                "update placement set code = '%s' where follow_target_id = (select id from"
                    + " follow_target where account_id = '%s')",
                code,
                account));
    return account;
  }

  private static Response csv(String key, String path) {
    return anyone().header("Authorization", "Bearer " + key).accept("text/csv").get(path);
  }

  @Test
  void aReportHasARowForEachPlacementDayAndOutcome() {
    JsonPath report = deskRead(SCANS);
    assertThat(report.getString("timeZone")).isEqualTo("Asia/Shanghai");
    assertThat(report.getString("to"))
        .isEqualTo(tables().texts("select (now() at time zone 'Asia/Shanghai')::date").get(0));
    assertThat(report.getList("items.day")).containsOnly(report.getString("to"));
    assertThat(report.getList("items.outcome"))
        .containsExactlyInAnyOrder("new-follow", "new-follow", "already-following");
    assertThat(report.getList("items.scene")).containsOnly("default");
    assertThat(report.getList("items.accountId")).containsOnly(one, other);
    JsonPath follows = deskRead(FOLLOWS);
    assertThat(follows.getList("items.name")).containsExactlyInAnyOrder("甲社区", "乙社区");
    assertThat(follows.getList("items.follows")).containsExactly(1, 1);
    assertThat(follows.getList("items.left")).containsExactly(0, 0);
  }

  @Test
  void filtersNarrowAReport() {
    assertThat(deskRead(SCANS + "?account=" + one).getList("items.accountId")).containsExactly(one);
    String target = deskRead(SCANS + "?account=" + other).getString("items[0].followTargetId");
    assertThat(deskRead(SCANS + "?followTarget=" + target).getList("items.accountId"))
        .containsExactly(other, other);
    assertThat(deskRead(SCANS + "?account=@nobody").getList("items")).isEmpty();
    assertThat(deskRead(FOLLOWS + "?account=@yi-she-qu").getList("items.accountId"))
        .containsExactly(other);
    assertThat(deskRead(SCANS + "?from=2020-01-01&to=2020-12-31").getList("items")).isEmpty();
  }

  @Test
  void aKeyOfOneAccountSeesNoOther() {
    String key = key(Set.of("content:read"), one);
    for (String path : List.of(SCANS, FOLLOWS)) {
      assertThat(ok(desk(key).get(path), 200).getList("items.accountId")).containsOnly(one);
      assertThat(ok(desk(key).get(path + "?account=" + other), 200).getList("items")).isEmpty();
      assertThat(csv(key, path).asString()).contains(one).doesNotContain(other);
    }
  }

  @Test
  void aRangeIsBoundedAndInOrder() {
    for (String path : List.of(SCANS, FOLLOWS)) {
      deskRead(path + "?from=2025-01-01&to=2026-01-01");
      deskRead(path + "?from=0000-01-01&to=0000-01-02");
      deskRead(path + "?from=9999-12-31&to=9999-12-31");
      problem(desk().get(path + "?from=2025-01-01&to=2026-01-02"), 422, "report-range");
      problem(desk().get(path + "?from=2026-01-02&to=2026-01-01"), 422, "report-range");
      for (String bad : List.of("2026-02-30", "26-02-03", "x", "2026-01-01T00:00:00Z")) {
        problem(desk().get(path + "?from=" + bad), 400, "invalid-parameter");
      }
    }
    assertThat(deskRead(SCANS + "?to=2026-01-30").getString("from")).isEqualTo("2026-01-01");
  }

  @Test
  void aSpreadsheetGetsTheSameRows() {
    tables().run("update placement set label = '=HYPERLINK(\"x\")' where code = 'code-1'");
    Response answer = csv(adminKey(), SCANS);
    assertThat(answer.header("Content-Type")).startsWith("text/csv").contains("UTF-8");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"scans-");
    List<String> lines = Arrays.asList(answer.asString().split("\r\n"));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .isEqualTo(
            "\uFEFFday,accountId,followTargetId,placementId,label,scene,outcome,scans,readers");
    assertThat(lines).anySatisfy(l -> assertThat(l).contains("\"'=HYPERLINK(\"\"x\"\")\",default"));
    assertThat(lines).anySatisfy(l -> assertThat(l).endsWith(",default,already-following,1,1"));
    assertThat(csv(adminKey(), FOLLOWS).asString())
        .startsWith("\uFEFFday,accountId,name,follows,unfollows,joined,left\r\n")
        .contains(",甲社区,1,0,0,0\r\n");
    assertThat(
            anyone()
                .header("Authorization", "Bearer " + adminKey())
                .accept("image/png")
                .get(SCANS)
                .statusCode())
        .isEqualTo(406);
  }

  @Test
  void aReportIsBoundedInRows() {
    tables()
        .run(
            """
            insert into placement (id, follow_target_id, label, scene, code, created_at)
              select gen_random_uuid(), t.id, 'p' || n, 'p' || n, 'p' || n, now()
              from generate_series(1, 60) n, follow_target t where t.name = '甲社区';
            insert into scan (placement_id, at, outcome)
              select id, now() - n * interval '1 day', 'opened'
              from placement, generate_series(1, 350) n where label like 'p%'
            """);
    String from = tables().texts("select (now() - interval '360 days')::date").get(0);
    problem(desk().get(SCANS + "?from=" + from), 422, "report-too-large");
    assertThat(deskRead(SCANS + "?account=" + other + "&from=" + from).getList("items")).hasSize(2);
  }
}
