package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients of every release still work with the contract of today. */
class ReleasedContractTest {
  private static final Path RELEASES = Path.of("src", "test", "releases");
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Methods of generated clients that got other names; the requests are the same. */
  private static final Set<String> RENAMED =
      Set.of(
          "DELETE /v1/me/follows/{accountId} changed its operationId",
          "GET /v1/desk/audit changed its operationId",
          "GET /v1/events changed its operationId",
          "GET /v1/sync changed its operationId",
          "POST /v1/me/scans changed its operationId",
          "POST /v1/sync changed its operationId",
          "PUT /v1/me/follows/{accountId} changed its operationId");

  /** The server always refused bodies without these (422); now the contract says so. */
  private static final Set<String> ALWAYS_REFUSED =
      Set.of(
          "schema Block.type became required",
          "schema TableCell.row became required",
          "schema TableCell.cell became required",
          "schema Picture.url became required",
          "schema Span.end became required",
          "schema Span.kind became required");

  static Stream<Path> releases() throws IOException {
    try (Stream<Path> folders = Files.list(RELEASES)) {
      return folders
          .map(folder -> folder.resolve("openapi.yaml"))
          .filter(Files::exists)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void nothingThatAReleasePromisedIsMissing(Path release) throws IOException {
    List<String> known = new ArrayList<>(RENAMED);
    known.addAll(ALWAYS_REFUSED);
    assertThat(
            BreakingChanges.between(
                YAML.readTree(release.toFile()),
                YAML.readTree(Path.of("openapi", "openapi.yaml").toFile())))
        .isSubsetOf(known);
  }
}
