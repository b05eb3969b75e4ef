package org.yujian.shared.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.shared.process.ChildFailed.Cause;

class ChildProcessTest {

  private static final ChildProcess.Limits LIMITS =
      new ChildProcess.Limits(16, Duration.ofSeconds(60), 2_000_000);

  @Test
  void aResultIsWhatTheProgramWrote() {
    byte[] bytes = new byte[1_500_000];
    bytes[7] = 7;
    assertThat(run("echo", LIMITS, bytes)).isEqualTo(bytes);
  }

  @Test
  void librariesAreOnItsClassPath() {
    byte[] result =
        ChildProcess.run(
            EchoProgram.class, List.of("org.jsoup.Jsoup"), LIMITS, List.of("library"), new byte[0]);
    assertThat(new String(result, StandardCharsets.UTF_8)).isEqualTo("read");
  }

  @ParameterizedTest
  @CsvSource({"memory, MEMORY", "deep, ENDED", "long, RESULT", "other, ENDED", "crash, CRASHED"})
  void whatTakesTooMuchEnds(String what, Cause cause) {
    assertThatThrownBy(() -> run(what, LIMITS, new byte[0]))
        .isInstanceOfSatisfying(
            ChildFailed.class, failed -> assertThat(failed.reason()).isEqualTo(cause));
  }

  @Test
  void aProgramThatDoesNotEndIsEnded() {
    Set<ProcessHandle> before = children();
    ChildProcess.Limits brief = new ChildProcess.Limits(16, Duration.ofMillis(1_500), 1_000);
    assertThatThrownBy(() -> run("wait", brief, new byte[0]))
        .isInstanceOfSatisfying(
            ChildFailed.class, failed -> assertThat(failed.reason()).isEqualTo(Cause.TIME));
    // A process that was killed stays a child until the system has removed it.
    assertThat(children())
        .filteredOn(child -> !before.contains(child))
        .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10)));
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  private static byte[] run(String what, ChildProcess.Limits limits, byte[] input) {
    return ChildProcess.run(EchoProgram.class, List.of(), limits, List.of(what), input);
  }
}
