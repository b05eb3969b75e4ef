package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was wanted, what came out, and whether that is enough; every line is computed. */
final class Verdicts {
  private final List<List<String>> rows = new ArrayList<>();

  Verdicts() {
    rows.add(List.of("criterion", "measured", "wanted", "held"));
  }

  void atMost(String what, double value, double most) {
    add(
        what,
        String.format(Locale.ROOT, "%.2f", value),
        String.format(Locale.ROOT, "≤ %.2f", most),
        value <= most);
  }

  void atLeast(String what, double value, double least) {
    add(
        what,
        String.format(Locale.ROOT, "%.2f", value),
        String.format(Locale.ROOT, "≥ %.2f", least),
        value >= least);
  }

  void none(String what, long count) {
    add(what, String.format(Locale.ROOT, "%,d", count), "0", count == 0);
  }

  /** Beside the others, without anything that was wanted. */
  void shown(String what, double value) {
    rows.add(List.of(what, String.format(Locale.ROOT, "%.2f", value), "–", "–"));
  }

  void add(String what, String measured, String wanted, boolean held) {
    rows.add(List.of(what, measured, wanted, held ? "yes" : "**no**"));
  }

  void write(Report report) throws IOException {
    report.table(rows);
    rows.stream().skip(1).forEach(row -> Bench.say(String.join(" | ", row)));
  }
}
