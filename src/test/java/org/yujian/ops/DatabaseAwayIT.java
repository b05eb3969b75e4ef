package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.Nodes;

/** A node whose PostgreSQL is gone answers what it knows and says of everything else: later. */
class DatabaseAwayIT {
  private Nodes nodes;
  private Client client;

  @BeforeEach
  void start() throws InterruptedException {
    nodes = new Nodes("away", 1, "yujian.sample=false");
    client = nodes.client(0);
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  @Test
  void cachedResponsesAreServedAndTheRestIsAProblemToRetry() {
    client.post("/v1/desk/accounts", Map.of("handle", "a", "name", "账号")).expect(201);
    String article =
        client
            .importDocument("@a", "# 题\n\n正文。\n", true, List.of())
            .expect(201)
            .json()
            .at("/articles/0/articleId")
            .asText();
    List<String> known = List.of("/v1/articles", "/v1/articles/" + article, "/a/" + article);
    List<HttpResponse<String>> before = known.stream().map(nodes.node(0)::get).toList();
    nodes.stopDatabase();
    nodes.node(0).await("the loss", () -> client.get("/v1/desk/articles").status() == 503);
    for (HttpResponse<String> made : before) {
      HttpResponse<String> now = nodes.node(0).get(made.uri().getPath());
      assertThat(now.statusCode()).as(made.uri().getPath()).isEqualTo(200);
      assertThat(now.body()).isEqualTo(made.body());
      assertThat(now.headers().firstValue("ETag")).isEqualTo(made.headers().firstValue("ETag"));
    }
    for (String unknown : List.of("/v1/articles?limit=7", "/v1/sync")) {
      HttpResponse<String> later = nodes.node(0).get(unknown);
      assertThat(later.statusCode()).as(unknown).isEqualTo(503);
      assertThat(later.body()).contains("service-unavailable");
      assertThat(later.headers().firstValue("Retry-After")).isPresent();
    }
    client.post("/v1/desk/tags", Map.of("name", "新")).expect(503);
  }
}
