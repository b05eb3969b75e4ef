package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;

/** What a figure is worth nothing without: commit, versions, machine, options. */
final class Facts {
  private Facts() {}

  static void write(Report report, Options options) throws IOException, InterruptedException {
    boolean all = options.parts().equals(Options.PARTS);
    String parts = String.join(",", new TreeSet<>(options.parts()));
    report.line(
        "# Figures of a run of bench/run"
            + (all ? "" : " --only " + parts)
            + (options.articles() == Options.ARTICLES ? "" : " --articles " + options.articles())
            + "\n");
    report.line(
        "bench/README.md says what each number is and what is not comparable. Written by the run"
            + " itself.\n");
    report.line("- %s, commit %s", LocalDate.now(ZoneOffset.UTC), commit(options.root()));
    report.line(
        "- Java %s, %s %s",
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        System.getProperty("os.version"));
    report.line(
        "- %d cores (%s); 1-minute load before the run %s",
        Runtime.getRuntime().availableProcessors(), processor(), load());
    report.line(
        "- %,d articles, %d rounds of %.1f s each, warm-up %.1f s, %d connections (open loop: %d)",
        options.articles(),
        options.rounds(),
        options.seconds(),
        options.warmUp(),
        options.connections(),
        options.connections() * 4);
    report.line("- median (lowest…highest round)");
  }

  static String commit(Path root) throws IOException, InterruptedException {
    String commit = output(root, "git", "rev-parse", "--short", "HEAD");
    String changed =
        output(
            root,
            "git",
            "status",
            "--porcelain",
            "--",
            "src",
            "pom.xml",
            "bench/driver",
            "bench/rivals");
    return commit + (changed.isEmpty() ? "" : " with changes");
  }

  static String output(Path folder, String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? output : "unknown";
  }

  private static String processor() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 2))
        .findFirst()
        .orElse("unknown processor");
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }
}
