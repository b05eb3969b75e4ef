package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of figures in both READMEs repeats what runs of the benchmark have written. */
class ReadmeFiguresTest {
  private static final Path RESULTS = Path.of("bench/RESULTS.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|(.*)\\| (\\p{XDigit}{7,}) \\|$");
  private static final Pattern FIGURE = Pattern.compile("\\d+([.,]\\d+)*");

  /** What runs of this commit say in short. */
  private static List<String> inShort(String commit) throws IOException {
    return Pattern.compile("(?m)^(?=# )")
        .splitAsStream(Files.readString(RESULTS))
        .filter(run -> run.contains(", commit " + commit))
        .flatMap(String::lines)
        .filter(line -> line.startsWith("In short: "))
        .toList();
  }

  private static List<String> figures(String text) {
    return FIGURE.matcher(text).results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void aLineOfARunOfTheCommitHasAllFiguresOfARow(String readme) throws IOException {
    List<MatchResult> rows = ROW.matcher(Files.readString(Path.of(readme))).results().toList();
    assertThat(rows).hasSizeGreaterThan(8);
    for (MatchResult row : rows) {
      List<String> figures = figures(row.group(1));
      assertThat(figures).as(row.group()).isNotEmpty();
      assertThat(inShort(row.group(2)))
          .as(row.group())
          .anySatisfy(line -> assertThat(figures(line)).containsAll(figures));
    }
  }
}
