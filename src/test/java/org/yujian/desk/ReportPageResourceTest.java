package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;

@QuarkusTest
class ReportPageResourceTest extends DeskPageTest {
  private static final String DAYS = "?from=2026-03-01&to=2026-03-03";

  /** Scans at the default code of an account, on the second day. */
  private void scan(String account, String outcome, int times) {
    tables()
        .run(
            "insert into scan (placement_id, at, outcome) select p.id, '2026-03-02T04:00:00Z', '"
                + outcome
                + "' from placement p join follow_target t on t.id = p.follow_target_id,"
                + " generate_series(1, "
                + times
                + ") where t.account_id = '"
                + account
                + "'");
  }

  private void follow(String account, String kind) {
    tables()
        .run(
            "insert into follow_event (account_id, at, kind) values ('"
                + account
                + "', '2026-03-03T04:00:00Z', '"
                + kind
                + "')");
  }

  private static List<List<String>> table(Document page, String section) {
    return page.select("section[aria-labelledby=" + section + "] tbody tr").stream()
        .map(row -> row.select("th, td").eachText())
        .toList();
  }

  @Test
  void linesBarsAndTablesHaveTheSameNumbers() {
    String account = account("甲社区");
    scan(account, "opened", 3);
    scan(account, "new-follow", 2);
    scan(account, "already-following", 1);
    follow(account, "follow");
    follow(account, "left");

    Document page = page("/desk/reports" + DAYS, "en");

    assertThat(table(page, "scans"))
        .containsExactly(
            List.of("2026-03-01", "0", "0"),
            List.of("2026-03-02", "3", "3"),
            List.of("2026-03-03", "0", "0"));
    assertThat(table(page, "follows").get(2)).containsExactly("2026-03-03", "1", "1");
    Element chart = page.select("section[aria-labelledby=scans] svg").first();
    assertThat(chart.select("title").text()).isEqualTo("Scans per day");
    assertThat(chart.select("desc").text()).contains("opened 3, scanned in the app 3");
    // The axis ends at 4, of which 3 are three quarters of the way from 172 to 12.
    assertThat(chart.select("polyline").first().attr("points"))
        .isEqualTo("40.0,172.0 225.0,52.0 410.0,172.0");
    assertThat(page.select(".bars .name").text()).isEqualTo("Default code 甲社区");
    assertThat(page.select(".bars .meta").last().text()).isEqualTo("Scans 6 New follows: 2");
    assertThat(page.select(".bars rect").attr("width")).isEqualTo("100");
  }

  @Test
  void theLinksGiveTheSameReportsAsCsv() {
    String account = account("甲社区");
    scan(account, "opened", 3);

    Document page = page("/desk/reports" + DAYS + "&account=" + account, "zh");

    assertThat(page.select("#account option[selected]").text()).isEqualTo("甲社区");
    String href = page.select("a[href*=scans]").attr("href");
    assertThat(href)
        .isEqualTo("/v1/desk/reports/scans" + DAYS + "&account=" + account + "&format=csv");
    assertThat(desk().accept("text/html,*/*;q=0.8").get(href).asString())
        .contains("day,accountId")
        .contains("2026-03-02," + account);
    assertThat(desk().accept("text/csv").get(href.replace("csv", "json")).contentType())
        .startsWith("application/json");
  }

  @Test
  void aKeySeesItsAccountsOnly() {
    String mine = account("甲社区");
    String other = account("乙社区");
    scan(other, "opened", 3);
    String key = key(Set.of(Scopes.CONTENT_READ), mine);

    Document page = page(key, "/desk/reports" + DAYS, "zh");

    assertThat(page.select(".bars")).isEmpty();
    assertThat(page.select("#account option").eachText()).containsExactly("全部", "甲社区");
    assertThat(open(key(Set.of(Scopes.AUDIT)), "/desk/reports", "zh").statusCode()).isEqualTo(403);
    assertThat(open(key, "/desk/reports?from=2020-01-01&to=2026-01-01", "zh").statusCode())
        .isEqualTo(422);
  }
}
