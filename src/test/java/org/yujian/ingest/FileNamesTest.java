package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {

  @Test
  void theLastPartOfAPathStays() {
    assertThat(FileNames.of("C:\\temp\\通知.md")).isEqualTo("通知.md");
    assertThat(FileNames.of("../../通知.txt")).isEqualTo("通知.txt");
  }

  @Test
  void aFileWithoutANameIsATextDocument() {
    assertThat(FileNames.of(null)).isEqualTo("document.txt");
    assertThat(FileNames.of("a/\u0000 ")).isEqualTo("document.txt");
  }

  @Test
  void halfOfAPairGoesAndAWholePairStays() {
    assertThat(FileNames.of("a\uD83Db😀.md")).isEqualTo("ab😀.md");
    assertThat(FileNames.of("😀".repeat(300) + ".md").codePoints().count()).isEqualTo(200);
  }
}
