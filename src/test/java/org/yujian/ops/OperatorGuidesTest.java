package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guides for operators have the same in both languages, and say what to do about alarms. */
class OperatorGuidesTest {
  private static final Path ALERTS = Path.of("src/main/monitoring/alerts.yaml");

  private static final Pattern BLOCK = Pattern.compile("( *<!-- .*? -->\n)? *```[^`]*```");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");
  private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
  private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");

  private static Path english(String guide) {
    return Path.of("docs", guide + ".md");
  }

  private static Path chinese(String guide) {
    return Path.of("docs", guide + ".zh-CN.md");
  }

  private static List<String> all(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @CsvSource({"operating, 10", "upgrading, 3"})
  void bothLanguagesHaveTheSameCommands(String guide, int moreThan) throws IOException {
    List<String> commands = all(BLOCK, english(guide));
    assertThat(commands).hasSizeGreaterThan(moreThan).isEqualTo(all(BLOCK, chinese(guide)));
  }

  @ParameterizedTest
  @CsvSource({"operating, 15", "upgrading, 5"})
  void bothLanguagesHaveTheSameSections(String guide, int moreThan) throws IOException {
    List<String> headings = all(HEADING, english(guide));
    assertThat(headings).hasSizeGreaterThan(moreThan).isEqualTo(all(HEADING, chinese(guide)));
  }

  @ParameterizedTest
  @CsvSource({"operating, 150", "upgrading, 20"})
  void bothLanguagesNameTheSameSettingsAddressesAndFiles(String guide, int moreThan)
      throws IOException {
    Set<String> names = new TreeSet<>(all(CODE, english(guide)));
    assertThat(names).hasSizeGreaterThan(moreThan);
    assertThat(new TreeSet<>(all(CODE, chinese(guide)))).isEqualTo(names);
  }

  @Test
  void everyAlarmHasALine() throws IOException {
    List<String> alerts =
        ALERT.matcher(Files.readString(ALERTS)).results().map(found -> found.group(1)).toList();
    assertThat(alerts).hasSizeGreaterThan(10);
    String guide = Files.readString(english("operating"));
    assertThat(alerts).allSatisfy(alert -> assertThat(guide).contains("`" + alert + "`"));
  }
}
