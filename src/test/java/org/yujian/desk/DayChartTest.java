package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayChartTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 27);

  private static DayChart chart(List<Long> values) {
    return new DayChart(
        FIRST.datesUntil(FIRST.plusDays(values.size())).toList(),
        List.of(new DayChart.Line(values)));
  }

  private static List<String> amounts(long most) {
    return chart(List.of(0L, most)).amounts().stream().map(DayChart.Label::text).toList();
  }

  @Test
  void theAxisEndsAtARoundNumberThatNoValueExceeds() {
    assertThat(amounts(0)).containsExactly("0", "1", "2");
    assertThat(amounts(2)).containsExactly("0", "1", "2");
    assertThat(amounts(3)).containsExactly("0", "2", "4");
    assertThat(amounts(10)).containsExactly("0", "5", "10");
    assertThat(amounts(11)).containsExactly("0", "10", "20");
    assertThat(amounts(4_000_001)).containsExactly("0", "5000000", "10000000");
  }

  @Test
  void firstMiddleAndLastDayAreNamed() {
    assertThat(chart(Collections.nCopies(5, 1L)).dates())
        .extracting(DayChart.Label::text)
        .containsExactly("02-27", "03-01", "03-03");
    assertThat(chart(List.of(1L)).dates()).containsExactly(new DayChart.Label("225.0", "02-27"));
  }

  @Test
  void manyDaysHaveNoDots() {
    DayChart year = chart(Collections.nCopies(366, 1L));
    assertThat(year.dots(year.lines().get(0))).isEmpty();
    assertThat(year.points(year.lines().get(0)).split(" ")).hasSize(366);
    assertThat(year.total(0)).isEqualTo(366);
  }
}
