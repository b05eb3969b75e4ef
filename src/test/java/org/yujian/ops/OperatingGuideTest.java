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

/** The operating guide has the same in both languages, and says what to do about every alarm. */
class OperatingGuideTest {
  private static final Path ENGLISH = Path.of("docs/operating.md");
  private static final Path CHINESE = Path.of("docs/operating.zh-CN.md");
  private static final Path ALERTS = Path.of("src/main/monitoring/alerts.yaml");

  private static final Pattern BLOCK = Pattern.compile("(<!-- .*? -->\n)?```[^`]*```");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");
  private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
  private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");

  private static List<String> all(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
  }

  @Test
  void bothLanguagesHaveTheSameCommands() throws IOException {
    assertThat(all(BLOCK, ENGLISH)).hasSizeGreaterThan(10).isEqualTo(all(BLOCK, CHINESE));
  }

  @Test
  void bothLanguagesHaveTheSameSections() throws IOException {
    assertThat(all(HEADING, CHINESE)).isEqualTo(all(HEADING, ENGLISH));
  }

  @Test
  void bothLanguagesNameTheSameSettingsAddressesAndFiles() throws IOException {
    Set<String> english = new TreeSet<>(all(CODE, ENGLISH));
    assertThat(english).hasSizeGreaterThan(150);
    assertThat(new TreeSet<>(all(CODE, CHINESE))).isEqualTo(english);
  }

  @Test
  void everyAlarmHasALine() throws IOException {
    List<String> alerts =
        ALERT.matcher(Files.readString(ALERTS)).results().map(found -> found.group(1)).toList();
    assertThat(alerts).hasSizeGreaterThan(10);
    String guide = Files.readString(ENGLISH);
    assertThat(alerts).allSatisfy(alert -> assertThat(guide).contains("`" + alert + "`"));
  }
}
