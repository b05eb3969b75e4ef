package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Today's contract takes nothing away from a client of an earlier release. A change that was made
 * on purpose is a line of {@code accepted-changes.txt} in that release's folder, with its reason.
 */
class ReleaseContractTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  static Stream<Path> releases() {
    return Releases.folders().stream();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void nothingIsTakenAway(Path release) throws IOException {
    JsonNode then = YAML.readTree(release.resolve("openapi.yaml").toFile());
    JsonNode now = YAML.readTree(Path.of("openapi", "openapi.yaml").toFile());
    List<String> changes = new ArrayList<>(BreakingChanges.between(then, now));
    List<String> accepted = accepted(release);
    assertThat(changes).as("accepted, but not changed").containsAll(accepted);
    changes.removeAll(accepted);
    assertThat(changes).isEmpty();
  }

  private static List<String> accepted(Path release) throws IOException {
    Path file = release.resolve("accepted-changes.txt");
    if (Files.notExists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
