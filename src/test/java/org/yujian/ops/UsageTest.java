package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dance",
        "sample",
        "sample dance",
        "sample remove now",
        "names now",
        "--verbose",
        "backup",
        "restore one two"
      })
  void whatIsNoCommandIsWrongUse(String words) {
    assertThat(answer(words, 2)).startsWith("Unknown command: " + words).contains("sample remove");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help", "help me"})
  void helpIsAnAnswer(String words) {
    assertThat(answer(words, 0)).startsWith("Without a command").contains("sample remove");
  }

  @Test
  void helpHasOneColumnOfCommandsAndOneOfWhatTheyDo() {
    List<String> lines = answer("--help", 0).lines().skip(1).toList();
    int column = lines.get(0).indexOf("writes database");
    assertThat(lines)
        .hasSize(5)
        .allSatisfy(line -> assertThat(line.substring(0, column)).endsWith("  "))
        .allSatisfy(line -> assertThat(line.charAt(column)).isNotEqualTo(' '));
    assertThat(lines).noneMatch(line -> line.contains("training-run"));
    for (String command : List.of("verify", "restore")) {
      assertThat(lines).anyMatch(line -> line.contains(command + " FILE or s3://BUCKET/KEY  "));
    }
  }

  @Test
  void whatIsToBeRunIsNotAnswered() {
    assertThat(Usage.exitCode(List.of())).isNull();
    assertThat(Usage.exitCode(List.of("sample", "remove"))).isNull();
    assertThat(Usage.exitCode(List.of("names"))).isNull();
    assertThat(Usage.exitCode(List.of("training-run"))).isNull();
    assertThat(Usage.exitCode(List.of("backup", "names"))).isNull();
  }

  /** What the program prints: an error where the exit code says so. */
  private static String answer(String words, int exitCode) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
    try {
      if (exitCode == 0) {
        System.setOut(caught);
      } else {
        System.setErr(caught);
      }
      assertThat(Usage.exitCode(List.of(words.split(" ")))).isEqualTo(exitCode);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
