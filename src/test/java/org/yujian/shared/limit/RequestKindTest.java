package org.yujian.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Operations;

class RequestKindTest {

  /** Of the contract, so that a renamed path does not become a read unnoticed. */
  @Test
  void theOperationsOfEachKind() throws IOException {
    Map<RequestKind, Set<String>> found = new EnumMap<>(RequestKind.class);
    Operations.of(new YAMLMapper().readTree(Files.readString(Path.of("openapi/openapi.yaml"))))
        .keySet()
        .forEach(
            operation -> {
              String[] words = operation.split(" ");
              RequestKind kind = RequestKind.of(HttpMethod.valueOf(words[0]), words[1]);
              found.computeIfAbsent(kind, k -> new TreeSet<>()).add(operation);
            });
    assertThat(found.get(RequestKind.SEARCH))
        .containsExactlyInAnyOrder(
            "GET /v1/search",
            "GET /v1/search/suggest",
            "GET /v1/desk/search",
            "GET /v1/articles/{id}/similar");
    assertThat(found.get(RequestKind.SYNC))
        .containsExactlyInAnyOrder("GET /v1/sync", "POST /v1/sync", "GET /v1/me/sync");
    assertThat(found.get(RequestKind.IMPORT))
        .containsExactlyInAnyOrder("POST /v1/desk/imports", "POST /v1/desk/import-batches");
    assertThat(found.get(RequestKind.READ)).allMatch(operation -> operation.startsWith("GET "));
    assertThat(found.get(RequestKind.WRITE)).noneMatch(operation -> operation.startsWith("GET "));
  }
}
