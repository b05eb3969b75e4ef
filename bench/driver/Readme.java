package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures in both READMEs: what the runs in RESULTS.md say in short, each with its commit. */
final class Readme {
  /** The lines between these are written here: a table with a row for each figure. */
  private static final String BEGIN = "<!-- bench/run -->";

  private static final String END = "<!-- end of bench/run -->";

  private static final Map<String, String> LANGUAGES =
      Map.of("README.md", Report.ENGLISH, "README.zh-CN.md", Report.CHINESE);

  private Readme() {}

  static void write(Path root) throws IOException {
    String[] runs = Files.readString(root.resolve("bench/RESULTS.md")).split("(?m)^(?=# )");
    for (Map.Entry<String, String> language : LANGUAGES.entrySet()) {
      Path readme = root.resolve(language.getKey());
      List<String> lines = new ArrayList<>(Files.readAllLines(readme));
      int begin = lines.indexOf(BEGIN);
      int end = lines.indexOf(END);
      if (begin < 0 || end < begin) {
        throw new IOException(readme + " lacks the lines " + BEGIN + " and " + END);
      }
      List<String> table = table(runs, language.getValue());
      lines.subList(begin + 1, end).clear();
      lines.addAll(begin + 1, table);
      Files.write(readme, lines);
    }
  }

  private static List<String> table(String[] runs, String language) {
    boolean english = language.equals(Report.ENGLISH);
    List<String> rows = new ArrayList<>();
    rows.add(english ? "| measured | commit |" : "| 测量结果 | 提交 |");
    rows.add("|---|---|");
    for (String run : runs) {
      List<String> lines = run.lines().toList();
      String commit =
          lines.stream()
              .filter(line -> line.contains(", commit "))
              .map(line -> line.replaceAll(".*, commit (\\w+).*", "$1"))
              .findFirst()
              .orElse("");
      lines.stream()
          .filter(line -> line.startsWith(language))
          .map(line -> "| " + line.substring(language.length()).strip() + " | " + commit + " |")
          .forEach(rows::add);
    }
    return rows;
  }
}
