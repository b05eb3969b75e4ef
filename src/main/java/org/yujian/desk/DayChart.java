package org.yujian.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Numbers by day as lines, in the units of an SVG view box of {@link #WIDTH} × {@link #HEIGHT}.
 *
 * @param days every day from the first to the last
 * @param lines one for each series, with a value for each day
 */
record DayChart(List<LocalDate> days, List<Line> lines) {

  static final int WIDTH = 420;
  static final int HEIGHT = 200;

  private static final int LEFT = 40;
  private static final int RIGHT = 410;
  private static final int TOP = 12;
  private static final int BOTTOM = 172;

  /** More days than this have no dots, which would cover the lines. */
  private static final int DOTTED = 62;

  private static final long[] STEPS = {2, 4, 10};

  /** A series of numbers. */
  record Line(List<Long> values) {}

  /** A point of a line. */
  record Dot(String x, String y) {}

  /** A label at an axis. */
  record Label(String at, String text) {}

  /** A row of the table with the same numbers. */
  record Row(LocalDate day, List<Long> values) {}

  /** Sum of a line. */
  public long total(int line) {
    return lines.get(line).values().stream().mapToLong(Long::longValue).sum();
  }

  public int left() {
    return LEFT;
  }

  public int right() {
    return RIGHT;
  }

  public int bottom() {
    return BOTTOM;
  }

  /** Points of a line as the attribute {@code points} has them. */
  public String points(Line line) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      points.add(x(i) + "," + y(line.values().get(i)));
    }
    return String.join(" ", points);
  }

  public List<Dot> dots(Line line) {
    return days.size() > DOTTED
        ? List.of()
        : IntStream.range(0, days.size())
            .mapToObj(i -> new Dot(x(i), y(line.values().get(i))))
            .toList();
  }

  /** Labels of the vertical axis: nothing, half and all of its length. */
  public List<Label> amounts() {
    long top = top();
    return IntStream.rangeClosed(0, 2)
        .mapToObj(half -> new Label(y(top * half / 2), String.valueOf(top * half / 2)))
        .toList();
  }

  /** Labels of the horizontal axis: the first, middle and last day. */
  public List<Label> dates() {
    int last = days.size() - 1;
    return IntStream.of(0, last / 2, last)
        .distinct()
        .mapToObj(i -> new Label(x(i), days.get(i).toString().substring(5)))
        .toList();
  }

  public List<Row> rows() {
    return IntStream.range(0, days.size())
        .mapToObj(
            i -> new Row(days.get(i), lines.stream().map(line -> line.values().get(i)).toList()))
        .toList();
  }

  /** The first of 2, 4, 10, 20, 40, 100, … that no value exceeds; its half is a whole number. */
  private long top() {
    long most =
        lines.stream().map(line -> Collections.max(line.values())).max(Long::compare).orElse(0L);
    for (long factor = 1; ; factor *= 10) {
      for (long step : STEPS) {
        if (step * factor >= most) {
          return step * factor;
        }
      }
    }
  }

  private String x(int day) {
    double middle = (LEFT + RIGHT) / 2.0;
    return decimal(
        days.size() == 1 ? middle : LEFT + (RIGHT - LEFT) * (double) day / (days.size() - 1));
  }

  private String y(long value) {
    return decimal(BOTTOM - (BOTTOM - TOP) * (double) value / top());
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
