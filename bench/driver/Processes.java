package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** CPU and memory of running processes, from Linux' /proc (proc(5)). */
final class Processes {

  /** USER_HZ, which Linux fixes at 100 for user space. */
  private static final long MICROS_PER_TICK = 10_000;

  private Processes() {}

  /** CPU time in microseconds; of children that ended, too. */
  static long cpu(long pid) {
    String[] fields = stat(pid);
    if (fields == null) {
      return 0;
    }
    long ticks = 0;
    for (int field = 11; field <= 14; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks * MICROS_PER_TICK;
  }

  /** The same of PostgreSQL: its main process and all below it. */
  static long cpuWithChildren(long postmaster) {
    return family(postmaster).stream().mapToLong(Processes::cpu).sum();
  }

  /** Resident memory in MB. */
  static long rss(long pid) {
    return kilobytes(pid, "status", "VmRSS:") / 1024;
  }

  /** Memory in MB with what several processes share counted once (PSS). */
  static long pssWithChildren(long postmaster) {
    return family(postmaster).stream()
            .mapToLong(pid -> kilobytes(pid, "smaps_rollup", "Pss:"))
            .sum()
        / 1024;
  }

  /** The same without shared memory, which has a fixed size: of the processes themselves. */
  static long ownWithChildren(long postmaster) {
    return family(postmaster).stream()
            .mapToLong(
                pid ->
                    kilobytes(pid, "smaps_rollup", "Pss:")
                        - kilobytes(pid, "smaps_rollup", "Pss_Shmem:"))
            .sum()
        / 1024;
  }

  static int files(long pid) throws IOException {
    return entries(pid, "fd");
  }

  static int threads(long pid) throws IOException {
    return entries(pid, "task");
  }

  private static int entries(long pid, String folder) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/" + pid + "/" + folder))) {
      return (int) all.count();
    }
  }

  static List<Long> family(long parent) {
    List<Long> family = new ArrayList<>(List.of(parent));
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      all.map(path -> path.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::parseLong)
          .filter(
              pid -> {
                String[] fields = stat(pid);
                return fields != null && Long.parseLong(fields[1]) == parent;
              })
          .forEach(family::add);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return family;
  }

  /** The fields after the name: state, parent, …; null when the process is gone. */
  private static String[] stat(long pid) {
    try {
      String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return line.substring(line.lastIndexOf(')') + 2).split(" ");
    } catch (IOException gone) {
      return null;
    }
  }

  private static long kilobytes(long pid, String file, String field) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/" + file)).stream()
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .findFirst()
          .orElse(0);
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
