package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;

/** Which servers a node accepts after it has seen others. */
class TimelineFenceTest {
  private static final String SYSTEM = "7512345678901234567";
  private static final AtomicInteger FOLDERS = new AtomicInteger();

  private Path file;
  private TimelineFence fence;

  @BeforeEach
  void open() {
    Path folder = Folders.empty("timeline-fence-" + FOLDERS.incrementAndGet());
    fence = TimelineFence.in(folder);
    file = folder.resolve("database-timeline");
  }

  private static ServerIdentity primary(String system, int timeline) {
    return new ServerIdentity(system, timeline, false);
  }

  private List<String> stored() throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void aLowerTimelineOfTheSameSystemIsRefused() throws IOException {
    assertThat(fence.admit(primary(SYSTEM, 1))).isNull();
    assertThat(fence.admit(primary(SYSTEM, 2))).isNull();
    assertThat(fence.admit(primary(SYSTEM, 1))).isEqualTo(2);
    assertThat(fence.admit(primary(SYSTEM, 2))).isNull();
    assertThat(stored()).containsExactly(SYSTEM + " 2");
  }

  @Test
  void aTransactionOnAnOldPrimaryOrAStandbyMayNotWrite() {
    fence.admit(primary(SYSTEM, 0x1F));
    assertThat(fence.admitsWrites("0000001F")).isTrue();
    assertThat(fence.admitsWrites("0000001E")).isFalse();
    assertThat(fence.admitsWrites("")).isFalse();
    assertThat(fence.admitsWrites("00000020")).isTrue();
    assertThat(fence.admitsWrites("0000001F")).isFalse();
  }

  @Test
  void aHigherTimelineOfTheSameSystemIsAFailOver() {
    AtomicInteger heard = new AtomicInteger();
    fence.onRise(heard::incrementAndGet);
    fence.admit(primary(SYSTEM, 1));
    fence.admit(primary("99", 5));
    assertThat(fence.rises()).isZero();
    fence.admit(primary(SYSTEM, 3));
    assertThat(fence.rises()).isEqualTo(1);
    assertThat(heard).hasValue(1);
  }

  @Test
  void anotherSystemIsAnotherHistory() throws IOException {
    fence.admit(primary(SYSTEM, 4));
    assertThat(fence.admit(primary("99", 1))).isNull();
    assertThat(fence.admitsWrites("00000001")).isTrue();
    assertThat(fence.admit(primary(SYSTEM, 3))).isEqualTo(4);
    assertThat(stored()).containsExactly(SYSTEM + " 4", "99 1");
  }

  @Test
  void aStandbyIsAcceptedForReads() {
    fence.admit(primary(SYSTEM, 2));
    assertThat(fence.admit(new ServerIdentity(SYSTEM, 0, true))).isNull();
  }

  @Test
  void deletingTheFileResetsARunningNode() throws IOException {
    fence.admit(primary(SYSTEM, 2));
    Files.delete(file);
    assertThat(fence.admit(primary(SYSTEM, 1))).isNull();
    assertThat(stored()).containsExactly(SYSTEM + " 1");
  }

  @Test
  void aRestoreResetsIt() throws IOException {
    fence.admit(primary(SYSTEM, 2));
    fence.reset();
    assertThat(file).doesNotExist();
    assertThat(fence.admit(primary(SYSTEM, 1))).isNull();
  }

  @Test
  void theNextStartKnowsIt() throws IOException {
    Path folder = Folders.empty("timeline-fence-next-start");
    Files.writeString(folder.resolve("database-timeline"), "# a comment\n" + SYSTEM + " 7\nbroken");
    assertThat(TimelineFence.in(folder).admit(primary(SYSTEM, 6))).isEqualTo(7);
  }

  @Test
  void aFileThatCannotBeWrittenIsNoReset() throws IOException {
    Files.createDirectories(file.resolve("in-the-way"));
    fence.admit(primary(SYSTEM, 2));
    Files.delete(file.resolve("in-the-way"));
    Files.delete(file);
    assertThat(fence.admit(primary(SYSTEM, 1))).isEqualTo(2);
  }
}
