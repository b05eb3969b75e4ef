package org.yujian.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.search.index.FieldText;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.index.IndexedArticle;

/** What comes of responses that are no success, with a stub in the place of OpenSearch. */
class OpenSearchHttpTest {
  private static OpenSearchHttp http(ServerStub server) {
    return new OpenSearchHttp(server.url() + "/", null, null);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503})
  void failuresOfTheServerAreUnavailableAndNotRepeated(int status) {
    try (ServerStub server = new ServerStub(status, "{\"error\":{\"reason\":\"too many\"}}")) {
      assertThatThrownBy(() -> http(server).send("GET", "/x", null))
          .isInstanceOf(IndexUnavailable.class)
          .hasMessageContaining(status + " ")
          .hasMessageContaining("too many");
      assertThat(server.requests).hasSize(1);
    }
  }

  @Test
  void whatIsNoJsonIsUnavailable() {
    try (ServerStub server = new ServerStub(200, "<html>")) {
      assertThatThrownBy(() -> http(server).send("GET", "/x", null))
          .isInstanceOf(IndexUnavailable.class);
    }
  }

  @Test
  void aFailedShardIsUnavailable() {
    try (ServerStub server = new ServerStub(200, "{\"_shards\":{\"failed\":1}}")) {
      assertThatThrownBy(() -> http(server).ok("POST", "/x/_refresh", null))
          .isInstanceOf(IndexUnavailable.class);
    }
  }

  @Test
  void nobodyThereIsUnavailable() {
    OpenSearchHttp http;
    try (ServerStub server = new ServerStub(200, "{}")) {
      http = http(server);
    }
    assertThatThrownBy(() -> http.send("GET", "/", null)).isInstanceOf(IndexUnavailable.class);
  }

  @Test
  void userAndPasswordAreSent() {
    try (ServerStub server = new ServerStub(200, "{}")) {
      new OpenSearchHttp(server.url(), "user", "密码").send("GET", "/", null);
      http(server).send("GET", "/", null);
      assertThat(server.authorizations).containsExactly("Basic dXNlcjrlr4bnoIE=", "null");
    }
  }

  @Test
  void olderWritesAreNoError() {
    String conflict = "{\"errors\":true,\"items\":[{\"index\":{\"status\":409,\"error\":{}}}]}";
    try (ServerStub server = new ServerStub(200, conflict)) {
      new BulkWriter(http(server)).write("alias", batch(1));
      assertThat(server.requests.get(0)).contains("\"version\":15,\"version_type\":\"external\"");
    }
  }

  @Test
  void aRefusedArticleIsTheArticlesFaultAFullQueueIsNot() {
    assertThatThrownBy(() -> write(400)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> write(404)).isInstanceOf(IndexUnavailable.class);
    assertThatThrownBy(() -> write(429)).isInstanceOf(IndexUnavailable.class);
    assertThatThrownBy(() -> write(503)).isInstanceOf(IndexUnavailable.class);
  }

  private static void write(int status) {
    String item = "{\"index\":{\"status\":" + status + ",\"error\":{\"reason\":\"because\"}}}";
    try (ServerStub server = new ServerStub(200, "{\"errors\":true,\"items\":[" + item + "]}")) {
      new BulkWriter(http(server)).write("alias", batch(1));
    }
  }

  @Test
  void largeBatchesAreSentInPieces() {
    try (ServerStub server = new ServerStub(200, "{\"errors\":false}")) {
      new BulkWriter(http(server), 1_000).write("alias", batch(20));
      assertThat(server.requests).hasSizeBetween(3, 10);
      assertThat(server.requests).allMatch(request -> request.endsWith("\n"));
    }
  }

  private static IndexBatch batch(int size) {
    FieldText text = new FieldText("中".repeat(10), List.of("w"), List.of("zhong"));
    List<IndexedArticle> articles =
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    new IndexedArticle(
                        new UUID(7, i),
                        7,
                        i,
                        new UUID(8, 1),
                        List.of(),
                        Map.of(IndexField.TITLE, text)))
            .toList();
    return new IndexBatch(articles, Map.of());
  }
}
