package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Nodes;

/** A node whose PostgreSQL keeps its connections and says nothing. */
class DatabaseHangsIT {
  private static final int MORE_THAN_THREADS = 30;

  private final HttpClient http = HttpClient.newHttpClient();
  private Nodes nodes;

  @BeforeEach
  void start() throws InterruptedException {
    nodes =
        new Nodes(
            "hangs",
            1,
            "yujian.sample=false",
            "yujian.database-timeout=PT2S",
            // Statements themselves are to meet the silence.
            "quarkus.datasource.jdbc.foreground-validation-interval=1H");
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(nodes.node(0).baseUrl().resolve(path)).build();
  }

  @Test
  void everyRequestHasAnAnswerAndThenItIsAsBefore() throws Exception {
    String known = nodes.node(0).get("/v1/articles").body();
    nodes.pauseDatabase();
    try {
      List<CompletableFuture<HttpResponse<String>>> reads =
          IntStream.rangeClosed(1, MORE_THAN_THREADS)
              .mapToObj(limit -> request("/v1/articles?limit=" + limit))
              .map(read -> http.sendAsync(read, BodyHandlers.ofString()))
              .toList();
      Set<String> codes = new HashSet<>();
      for (CompletableFuture<HttpResponse<String>> read : reads) {
        HttpResponse<String> answer = read.get(60, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        codes.add(new JsonPath(answer.body()).getString("code"));
      }
      assertThat(codes).contains("service-unavailable");
      nodes
          .node(0)
          .await("what is known", () -> known.equals(nodes.node(0).get("/v1/articles").body()));
    } finally {
      nodes.resumeDatabase();
    }
    nodes
        .node(0)
        .await("an answer", () -> nodes.node(0).get("/v1/articles?limit=50").statusCode() == 200);
    assertThat(nodes.errors()).isEmpty();
  }
}
