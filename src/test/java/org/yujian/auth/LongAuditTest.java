package org.yujian.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.ServerPlans;

/** An audit of years: its lists look at few rows, and its export holds few of them at a time. */
@QuarkusTest
class LongAuditTest extends DeskTest {
  private static final int ROWS = 40_000;
  private static final String AUDIT = "/v1/desk/audit";

  /** Rows that a list may look at, over those that it shows. */
  private static final int FEW = 1_000;

  /** A row a minute since 2020; what is rare happened at the very begin, where the way is long. */
  private static final String FILL =
      String.format(
          Locale.ROOT,
          """
          set local yujian.purge = 'on';
          truncate audit, audit_head;
          insert into audit (at, key_id, by_name, action, thing, thing_id, seal, seal_sha256)
            select timestamptz '2020-01-01T00:00:00Z' + i * interval '1 minute',
              ('00000000-0000-7000-8000-' || lpad((i %% 50)::text, 12, '0'))::uuid, 'key:yj_test',
              case when i < 5 then 'key.rotate' else 'article.change' end,
              case when i < 5 then 'key' else 'article' end,
              gen_random_uuid(), i, repeat('0', 64)
            from generate_series(1, %d) i;
          update audit set key_id = '00000000-0000-7000-8000-999999999999' where seal < 5;
          insert into audit_head (sealed, sha256, at) values (%d, repeat('0', 64), now());
          """,
          ROWS,
          ROWS);

  @Inject AgroalDataSource database;

  @TestHTTPResource("/")
  URI base;

  private ServerPlans plans;
  private final List<String> violations = new ArrayList<>();

  @BeforeEach
  void fill() {
    tables().run(FILL);
    tables().run("analyze audit");
    plans = new ServerPlans(database, tables().texts("select current_database()").get(0));
  }

  @AfterEach
  void lookAway() {
    plans.close();
    tables().run("set local yujian.purge = 'on'; truncate audit, audit_head");
  }

  @Test
  void everyListLooksAtFewRows() {
    for (String filter :
        List.of(
            "",
            "&action=key.rotate",
            "&action=article.change",
            "&thing=key",
            "&key=00000000-0000-7000-8000-999999999999",
            "&key=00000000-0000-7000-8000-000000000007&action=key.rotate",
            "&since=2020-01-02T00:00:00Z&until=2020-01-02T01:00:00Z",
            "&until=2020-01-01T00:30:00Z",
            "&until=2020-01-14T00:00:00Z",
            "&until=2020-01-14T00:00:00Z&action=article.change",
            "&since=2020-01-02T00:00:00Z&until=2020-01-14T00:00:00Z",
            "&since=2020-01-28T00:00:00Z",
            "&since=0001-01-01T00:00:00Z&until=9999-12-31T23:59:59Z",
            "&since=2020-01-02T00:00:00Z&until=2020-01-02T01:00:00Z&action=article.change")) {
      String list = AUDIT + "?limit=20" + filter;
      String above = list + "&cursor=" + deskRead(list).getString("prev");
      for (String path : List.of(list, above)) {
        plans.during(() -> deskRead(path)).forEach(executed -> check(path, executed.plan()));
      }
    }
    assertThat(violations).isEmpty();
  }

  /** What is added meanwhile, also within the time asked for, neither moves nor repeats a row. */
  @Test
  void theWalkBeforeATimeIsWholeWhileRowsAreAdded() {
    String query = AUDIT + "?limit=7&since=2020-01-28T16:41:00Z&until=2020-01-28T20:00:00Z";
    List<String> expected =
        tables().texts("select id from audit where at >= '2020-01-28T16:41:00Z' order by id desc");
    assertThat(expected).hasSize(120);
    List<String> walked = new ArrayList<>();
    JsonPath page = deskRead(query);
    String top = page.getString("prev");
    while (true) {
      walked.addAll(page.getList("items.id", String.class));
      if (page.getString("next") == null) {
        break;
      }
      // Their clock was asked before and behind that time; ids are given in another order.
      add("2020-01-28T20:00:00Z");
      add("2020-01-28T19:59:59Z");
      String next = query + "&cursor=" + page.getString("next");
      List<JsonPath> read = new ArrayList<>();
      plans
          .during(() -> read.add(deskRead(next)))
          .forEach(executed -> check(next, executed.plan()));
      page = read.get(0);
    }
    assertThat(walked).isEqualTo(expected);
    assertThat(violations).isEmpty();
    // Upwards the walk goes on with what came since, as far as the time was asked for.
    List<String> added =
        tables().texts("select id from audit where at = '2020-01-28T19:59:59Z' order by id desc");
    assertThat(added).hasSizeGreaterThan(15);
    List<String> above = new ArrayList<>();
    for (String prev = top; above.size() < added.size(); ) {
      JsonPath up = deskRead(query + "&cursor=" + prev);
      assertThat(up.getList("items")).isNotEmpty();
      above.addAll(0, up.getList("items.id", String.class));
      prev = up.getString("prev");
    }
    assertThat(above).isEqualTo(added);
  }

  private void add(String at) {
    tables()
        .run(
            String.format(
                Locale.ROOT,
                "insert into audit (at, by_name, action, thing) values ('%s', 'late', 'tag.create',"
                    + " 'tag')",
                at));
  }

  private void check(String filter, JsonNode node) {
    long looked = node.path("Actual Rows").asLong() + node.path("Rows Removed by Filter").asLong();
    if (node.path("Relation Name").asText().equals("audit") && looked > FEW) {
      violations.add(filter + ": " + node);
    }
    node.path("Plans").forEach(child -> check(filter, child));
  }

  /** A client that stops reading stops the export: rows behind the buffers are not read yet. */
  @Test
  void theExportReadsNoFurtherThanItsClient() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(AUDIT + "/export"))
            .header("Authorization", "Bearer " + adminKey())
            .build();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    List<String> last = new ArrayList<>();
    int lines = 1;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(reader.readLine()).contains("\"seal\":1,", "key.rotate");
      tables()
          .run(
              "set local yujian.purge = 'on'; update audit set action = 'late' where seal = "
                  + ROWS);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines++;
        last.add(line);
        if (last.size() > 2) {
          last.remove(0);
        }
      }
    }
    assertThat(lines).isEqualTo(ROWS + 1);
    assertThat(last.get(0)).contains("\"action\":\"late\"");
    assertThat(last.get(1)).startsWith("{\"sealed\":" + ROWS);
  }
}
