package org.yujian.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Keeps the committed files and what makes them the same. After an intended change: {@code mvn test
 * -Dtest=GeneratedFilesTest -Dfold.update=true}; {@link FoldTableTest} then asks for a new version.
 */
class GeneratedFilesTest {

  @Test
  void simplifiedCharactersAreThoseOfTheirSources() throws IOException {
    assertIsCommitted(SimplifiedPairs.all(), Simplified.RESOURCE);
  }

  @Test
  void readingsOfCharactersAreThoseOfTheirSource() throws IOException {
    assertIsCommitted(PinyinLists.characters(), Pinyin.CHARACTERS);
  }

  @Test
  void readingsOfWordsAreThoseOfTheirSource() throws IOException {
    assertIsCommitted(PinyinLists.words(), Pinyin.WORDS);
  }

  private static void assertIsCommitted(List<String> generated, String resource)
      throws IOException {
    Path file = Path.of("src", "main", "resources").resolve(resource.substring(1));
    if (Boolean.getBoolean("fold.update") && !"true".equals(System.getenv("CI"))) {
      Files.write(file, generated);
    }
    assertThat(Files.readAllLines(file)).isEqualTo(generated);
  }
}
