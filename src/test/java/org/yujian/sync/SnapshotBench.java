package org.yujian.sync;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.PostgresResource;
import org.yujian.testing.Report;
import org.yujian.testing.Seed;
import org.yujian.testing.Tables;

/**
 * A full copy of 100,000 articles with all that belongs to them, by paging over HTTP, beside the
 * server's own COPY of the same rows as JSON. Not part of the build: {@code mvn -B test
 * -Dtest=SnapshotBench}.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SnapshotBench {
  private static final Report REPORT = new Report(SnapshotBench.class);
  private static final int ARTICLES = 100_000;
  private static final int ROUNDS = 7;

  /** Bytes at the end of an answer in which its token stands. */
  private static final int END = 500;

  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([\\w-]+)\"");

  /** The light forms, as psql would write them. */
  private static final String ROWS =
      """
      copy (
        select row_to_json(a) from (select id, live_rev, version, account_id, edition_id, position,
          title, digest, source, published_at, live_at, flags, tags, characters, read_seconds
          from article where state = 'published') a
        union all select row_to_json(e) from (select id, version, account_id, published_at,
          array(select a.id from article a where a.edition_id = e.id and a.state = 'published'
            order by position) as articles,
          array(select s.follow_target_id from edition_follow_target s join follow_target t
            on t.id = s.follow_target_id where s.edition_id = e.id and t.state = 'open'
            order by s.position) as targets from edition e where state = 'published') e
        union all select row_to_json(a) from (select id, version, handle, name, intro from account
          where state = 'open') a
        union all select row_to_json(t) from (select slug, name, version from tag) t
        union all select row_to_json(t) from (select t.id, t.version, t.name, t.account_id, t.url,
          p.code from follow_target t left join placement p on p.follow_target_id = t.id
            and p.scene = 'default' where t.state = 'open') t
      ) to stdout
      """;

  @Inject AgroalDataSource database;

  @TestHTTPResource("/")
  URI base;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void byPagingAndByCopy() throws Exception {
    Tables tables = new Tables(database);
    tables.empty();
    ManyArticles.fill(tables, ARTICLES, Seed.random("snapshot"));
    for (int round = 1; round <= ROUNDS; round++) {
      long copied = System.nanoTime();
      long bytes = copy();
      double copy = (System.nanoTime() - copied) / 1e9;
      long paged = System.nanoTime();
      List<Double> pages = page();
      double paging = (System.nanoTime() - paged) / 1e9;
      REPORT.line(
          "round %d: paging %.1f s in %d pages, COPY %.1f s (%d MB), ratio %.1f;"
              + " ms per page: first ten %.0f, middle %.0f, last ten %.0f, worst %.0f; heap %d MB",
          round,
          paging,
          pages.size(),
          copy,
          bytes >> 20,
          paging / copy,
          mean(pages.subList(0, 10)),
          mean(pages),
          mean(pages.subList(pages.size() - 10, pages.size())),
          pages.stream().mapToDouble(Double::doubleValue).max().orElse(0),
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }
    tables.empty();
  }

  private List<Double> page() throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    String since = "";
    while (true) {
      long began = System.nanoTime();
      URI address = base.resolve("/v1/sync?limit=1000" + since);
      byte[] body =
          http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray()).body();
      millis.add((System.nanoTime() - began) / 1e6);
      // What follows the changes stands at the end; COPY's rows are not parsed either.
      int end = Math.max(0, body.length - END);
      String tail = new String(body, end, body.length - end, StandardCharsets.UTF_8);
      if (tail.contains("\"hasMore\":false")) {
        return millis;
      }
      Matcher token = TOKEN.matcher(tail);
      if (!token.find()) {
        throw new AssertionError(tail);
      }
      since = "&since=" + token.group(1);
    }
  }

  private long copy() throws SQLException, IOException {
    long[] bytes = {0};
    try (Connection connection = database.getConnection()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              ROWS,
              new OutputStream() {
                @Override
                public void write(int one) {
                  bytes[0]++;
                }

                @Override
                public void write(byte[] some, int from, int length) {
                  bytes[0] += length;
                }
              });
    }
    return bytes[0];
  }

  private static double mean(List<Double> some) {
    return some.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
