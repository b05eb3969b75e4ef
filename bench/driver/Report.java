package bench;

import bench.Contest.Contender;
import bench.Contest.Memory;
import bench.Contest.Outcome;
import bench.Contest.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The Markdown that a run writes, part by part, so that a run that breaks off leaves something. */
final class Report {
  private final Path file;
  private final StringBuilder text = new StringBuilder();

  Report(Path file) {
    this.file = file;
  }

  void line(String format, Object... values) throws IOException {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
    Files.writeString(file, text);
  }

  /** A table; the first row is the head. */
  void table(List<List<String>> rows) throws IOException {
    line("");
    for (int i = 0; i < rows.size(); i++) {
      line("| " + String.join(" | ", rows.get(i)) + " |");
      if (i == 0) {
        line("|" + "---|".repeat(rows.get(0).size()));
      }
    }
    line("");
  }

  /** The figures that both READMEs repeat. */
  void inShort(String format, Object... values) throws IOException {
    line("");
    line("In short: " + format, values);
    line("");
  }

  /** Nothing when there were none. */
  void errors(Tally tally) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(List.of("error", "count")));
    tally.errorsByKind().forEach((kind, count) -> rows.add(List.of(kind, "" + count)));
    if (rows.size() > 1) {
      table(rows);
    }
  }

  void outcome(Outcome outcome) throws IOException {
    line("\n### %s\n", outcome.title());
    line(
        "| contender | loop | requests/s | p50 ms | p99 ms | p99.9 ms | CPU µs/request |"
            + " PostgreSQL CPU µs/request | body bytes | wire bytes | RSS MB | PostgreSQL MB |"
            + " generator cores, late p99 ms | errors |");
    line("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    rows(outcome, "closed", outcome.closed());
    rows(outcome, String.format(Locale.ROOT, "open %.0f/s", outcome.rate()), outcome.open());
    line("");
    ratios(outcome);
  }

  private void rows(Outcome outcome, String loop, Map<Contender, List<Round>> all)
      throws IOException {
    for (Map.Entry<Contender, List<Round>> entry : all.entrySet()) {
      List<Round> rounds = entry.getValue();
      Contender contender = entry.getKey();
      Memory memory = outcome.memory().get(contender);
      line(
          "| %s | %s | %s | %s | %s | %s | %s | %s | %.0f | %.0f | %d | %s | %.2f, %.2f | %d |",
          contender.name(),
          loop,
          spread(rounds, Round::perSecond, "%.0f"),
          spread(rounds, Round::p50, "%.2f"),
          spread(rounds, Round::p99, "%.2f"),
          spread(rounds, Round::p999, "%.2f"),
          spread(rounds, Round::cpu, "%.0f"),
          contender.postmaster() == 0 ? "–" : spread(rounds, Round::databaseCpu, "%.0f"),
          median(rounds, Round::body),
          median(rounds, Round::wire),
          memory.program(),
          contender.postmaster() == 0 ? "–" : "" + memory.database(),
          median(rounds, Round::ownCpu),
          median(rounds, Round::lateP99),
          rounds.stream().mapToInt(Round::errors).sum());
    }
  }

  /** The program, from the database or from memory, beside each rival. */
  private void ratios(Outcome outcome) throws IOException {
    for (Contender program : outcome.closed().keySet()) {
      for (Contender rival : outcome.closed().keySet()) {
        if (program.name().startsWith("Yujian") && !rival.name().startsWith("Yujian")) {
          ratios(outcome, program, rival);
        }
      }
    }
  }

  private void ratios(Outcome outcome, Contender program, Contender rival) throws IOException {
    line(
        "%s ÷ %s: CPU with PostgreSQL %s, requests/s %s, body bytes/s %s; open loop: CPU %s, p50"
            + " %s, p99 %s.\n",
        program.name(),
        rival.name(),
        text(cpu(outcome, program, rival)),
        text(speed(outcome, program, rival)),
        text(bytes(outcome, program, rival)),
        text(ratio(outcome.open(), program, rival, r -> r.cpu() + r.databaseCpu())),
        text(ratio(outcome.open(), program, rival, Round::p50)),
        text(latency(outcome, program, rival)));
  }

  /** Of both, with PostgreSQL's, for a request of the closed loop. */
  static double cpu(Outcome outcome, Contender program, Contender rival) {
    return ratio(outcome.closed(), program, rival, r -> r.cpu() + r.databaseCpu());
  }

  /** Requests/s of the closed loop. */
  static double speed(Outcome outcome, Contender program, Contender rival) {
    return ratio(outcome.closed(), program, rival, Round::perSecond);
  }

  /** Bytes of bodies in a second of the closed loop. */
  static double bytes(Outcome outcome, Contender program, Contender rival) {
    return ratio(outcome.closed(), program, rival, r -> r.perSecond() * r.body());
  }

  /** p99 of the open loop. */
  static double latency(Outcome outcome, Contender program, Contender rival) {
    return ratio(outcome.open(), program, rival, Round::p99);
  }

  private static double ratio(
      Map<Contender, List<Round>> all,
      Contender one,
      Contender other,
      ToDoubleFunction<Round> value) {
    double divisor = median(all.get(other), value);
    return divisor == 0 ? Double.NaN : median(all.get(one), value) / divisor;
  }

  /** As README and tables have a ratio. */
  static String text(double ratio) {
    return Double.isNaN(ratio) ? "–" : String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** The median, and the lowest and the highest. */
  static <T> String spread(List<T> rounds, ToDoubleFunction<T> value, String format) {
    double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
    return String.format(
        Locale.ROOT,
        format + " (" + format + "…" + format + ")",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }

  static <T> double median(List<T> values, ToDoubleFunction<T> value) {
    double[] sorted = values.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
