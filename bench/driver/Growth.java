package bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Samples over time, and what became of them between the warm-up and the end. */
final class Growth {

  private final List<Map<String, Double>> samples = new ArrayList<>();

  void add(Map<String, Double> sample) {
    samples.add(sample);
  }

  int size() {
    return samples.size();
  }

  /** As many samples as ten minutes have of sixty, of fewer a sixth. */
  static int window(int all) {
    return Math.max(1, all / 6);
  }

  private static double mean(List<Map<String, Double>> part, String name) {
    return part.stream().mapToDouble(sample -> sample.get(name)).average().orElse(0);
  }

  private List<Map<String, Double>> part(int from) {
    int window = window(samples.size());
    int begin = Math.max(0, Math.min(from, samples.size() - window));
    return samples.subList(begin, begin + window);
  }

  private List<Map<String, Double>> warmedUp() {
    return part(window(samples.size()));
  }

  private List<Map<String, Double>> last() {
    return part(samples.size());
  }

  /** Last part ÷ the one after the warm-up. */
  double ratio(String name) {
    double before = mean(warmedUp(), name);
    double after = mean(last(), name);
    return before == 0 ? (after == 0 ? 1 : Double.POSITIVE_INFINITY) : after / before;
  }

  List<List<String>> rows() {
    Map<String, List<Map<String, Double>>> parts = new LinkedHashMap<>();
    parts.put("first sixth (warm-up)", part(0));
    parts.put("second sixth", warmedUp());
    parts.put("middle", part(samples.size() / 2 - window(samples.size()) / 2));
    parts.put("last sixth", last());
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("mean of samples"));
    head.addAll(parts.keySet());
    head.addAll(List.of("highest", "last ÷ second"));
    rows.add(head);
    for (String name : samples.get(0).keySet()) {
      List<String> row = new ArrayList<>(List.of(name));
      parts.values().forEach(part -> row.add(String.format(Locale.ROOT, "%.1f", mean(part, name))));
      row.add(
          String.format(
              Locale.ROOT,
              "%.1f",
              samples.stream().mapToDouble(one -> one.get(name)).max().orElse(0)));
      row.add(Tables.ratio(mean(last(), name), mean(warmedUp(), name)));
      rows.add(row);
    }
    return rows;
  }
}
