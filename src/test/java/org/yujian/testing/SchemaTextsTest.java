package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Keeps the contract's descriptions those of the Javadoc. After an intended change as {@link
 * ContractExamplesTest} says, with this test beside it.
 */
class SchemaTextsTest {
  private static final Path FILE = Path.of("src", "main", "resources", "openapi-texts.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theContractSaysWhatTheJavadocSays() throws IOException {
    Map<String, String> texts = SchemaTexts.read();
    if (ContractTest.mayUpdate()) {
      Files.writeString(
          FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(texts) + "\n");
    }
    assertThat(texts).hasSizeGreaterThan(100);
    assertThat(JSON.readValue(FILE.toFile(), new TypeReference<Map<String, String>>() {}))
        .isEqualTo(texts);
  }
}
