package org.yujian.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.yujian.media.storage.StorageProgram.Step;
import org.yujian.testing.Folders;

/** A folder and other processes: kill -9, a full disk, two nodes. */
class FolderStorageProcessTest {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 5);

  @Test
  void afterKill9EveryFileIsWholeAndNothingAcknowledgedIsLost() throws Exception {
    Path folder = Folders.empty("media-kill");
    long seed = Long.getLong("kill.seed", System.nanoTime() % 1_000_000);
    System.out.println("kill.seed=" + seed);
    Random random = new Random(seed);
    int done = 0;
    for (int round = 0; round < ROUNDS; round++) {
      done = killed(folder, seed, done, 5 + random.nextInt(60), random.nextInt(20_000_000));
      try (FolderStorage storage = new FolderStorage(folder, false)) {
        storage.prepare();
        assertThat(folder.resolve("unfinished")).isEmptyDirectory();
        assertThat(storage.list())
            .allSatisfy(file -> assertThat(storage.isWhole(file.name())).isTrue());
        Map<String, Integer> numbers = numbers(storage);
        assertThat(numbers).isIn(expected(seed, done), expected(seed, done + 1));
        // The step that was cut off is repeated, so that the state is known.
        Step.of(seed, done).apply(storage);
        done++;
        assertThat(numbers(storage)).isEqualTo(expected(seed, done));
      }
    }
  }

  /** Runs until this many steps more are acknowledged; returns how many there are. */
  private static int killed(Path folder, long seed, int done, int more, int nanos)
      throws IOException {
    Process process =
        StorageProgram.start(
            List.of(), "write", folder.toString(), "false", "" + seed, Integer.toString(done));
    int acknowledged = done;
    try (BufferedReader lines = lines(process)) {
      while (acknowledged < done + more) {
        assertThat(lines.readLine()).isEqualTo(Integer.toString(acknowledged));
        acknowledged++;
      }
      LockSupport.parkNanos(nanos);
      // The process itself would close its output, which is read to the end here.
      process.toHandle().destroyForcibly();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        assertThat(line).isEqualTo(Integer.toString(acknowledged));
        acknowledged++;
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }
    return acknowledged;
  }

  private static Map<String, Integer> expected(long seed, int steps) {
    Map<String, Integer> numbers = new TreeMap<>();
    for (int i = 0; i < steps; i++) {
      Step step = Step.of(seed, i);
      numbers.remove(step.name());
      if (!step.deletes()) {
        numbers.put(step.name(), i);
      }
    }
    return numbers;
  }

  private static Map<String, Integer> numbers(PictureStorage storage) {
    Map<String, Integer> numbers = new TreeMap<>();
    storage
        .list()
        .forEach(
            stored -> {
              try (StoredFile file = storage.open(stored.name(), 0, 4).orElseThrow()) {
                byte[] first = file.bytes().readAllBytes();
                numbers.put(stored.name(), ByteBuffer.wrap(first).getInt());
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    return numbers;
  }

  @Test
  void aFullDiskIsToldAndLeavesNoHalfFile() throws Exception {
    Path folder = Folders.empty("media-full");
    String mount = "mount -t tmpfs -o size=1m none \"$0\" && exec \"$@\"";
    assumeThat(runs("unshare", "-Urm", "sh", "-c", mount, folder.toString(), "true"))
        .as("a small file system can be mounted in a namespace")
        .isTrue();
    Process process =
        StorageProgram.start(
            List.of("unshare", "-Urm", "sh", "-c", mount, folder.toString()),
            "fill",
            folder.toString(),
            "false");
    try (BufferedReader lines = lines(process)) {
      assertThat(lines.lines()).containsExactly("FULL", "whole true", "again true");
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  @Test
  void twoNodesOnOneFolderMustBothShareIt() throws Exception {
    Path folder = Folders.empty("media-two");
    try (FolderStorage own = new FolderStorage(folder, false)) {
      own.prepare();
      // A list must not touch the lock's file.
      assertThat(own.list()).isEmpty();
      assertThat(firstLine(folder, false)).contains("in use by another Yujian");
      assertThat(firstLine(folder, true)).contains("in use by another Yujian");
    }
    try (FolderStorage shared = new FolderStorage(folder, true)) {
      shared.prepare();
      assertThat(firstLine(folder, false)).contains("in use by another Yujian");
      assertThat(firstLine(folder, true)).isEqualTo("0");
      assertThat(shared.list()).isNotEmpty();
    }
    assertThat(firstLine(folder, false)).isEqualTo("0");
  }

  private static String firstLine(Path folder, boolean shared) throws IOException {
    Process process =
        StorageProgram.start(
            List.of(), "write", folder.toString(), Boolean.toString(shared), "3", "0");
    try (BufferedReader lines = lines(process)) {
      return lines.readLine();
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
