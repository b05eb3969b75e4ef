package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures in both READMEs: what the runs in RESULTS.md say in short, each with its commit. */
final class Readme {
  /** The line that begins with it is written here. */
  private static final String MARK = "<!-- bench/run -->";

  private static final Map<String, String> LANGUAGES =
      Map.of("README.md", Report.ENGLISH, "README.zh-CN.md", Report.CHINESE);

  private Readme() {}

  static void write(Path root) throws IOException {
    String[] runs = Files.readString(root.resolve("bench/RESULTS.md")).split("(?m)^(?=# )");
    for (Map.Entry<String, String> language : LANGUAGES.entrySet()) {
      Path readme = root.resolve(language.getKey());
      List<String> lines = new ArrayList<>(Files.readAllLines(readme));
      lines.replaceAll(line -> line.startsWith(MARK) ? MARK + of(runs, language.getValue()) : line);
      Files.write(readme, lines);
    }
  }

  private static String of(String[] runs, String language) {
    StringBuilder all = new StringBuilder();
    for (String run : runs) {
      List<String> lines = run.lines().toList();
      String commit =
          lines.stream()
              .filter(line -> line.contains(", commit "))
              .map(line -> line.replaceAll(".*, commit (\\w+).*", "$1"))
              .findFirst()
              .orElse("");
      List<String> facts =
          lines.stream()
              .filter(line -> line.startsWith(language))
              .map(line -> line.substring(language.length()))
              .toList();
      if (!facts.isEmpty()) {
        all.append(all.isEmpty() ? " " : " · ").append(String.join(" · ", facts));
        all.append(" (").append(commit).append(")");
      }
    }
    return all.toString();
  }
}
