package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a running program says of itself on its management port. */
final class Metrics {
  private Metrics() {}

  /** The sum of all whose name and labels begin so; fails when there is none. */
  static double of(Program program, String name) {
    List<String> found =
        program
            .get(program.managementUrl().resolve("/q/metrics"))
            .body()
            .lines()
            .filter(line -> line.startsWith(name))
            .toList();
    assertThat(found).as(name).isNotEmpty();
    return found.stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
