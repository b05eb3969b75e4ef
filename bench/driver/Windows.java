package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What happened in each half second of a run: latencies, and answers that were no good. */
final class Windows implements Consumer<Connection> {
  private static final long NANOS = 500_000_000;

  private final long began = System.nanoTime();
  private final List<Samples> windows = new ArrayList<>();

  @Override
  public void accept(Connection connection) {
    int number = (int) ((connection.intended - began) / NANOS);
    while (windows.size() <= number) {
      windows.add(new Samples());
    }
    if (connection.status == 200) {
      windows.get(number).note(connection.received - connection.intended, 0, 0);
    } else {
      windows.get(number).error();
    }
  }

  /** The p99 of the slowest whole window, in milliseconds. */
  double slowest() {
    return windows.stream()
        .limit(windows.size() - 1)
        .mapToDouble(window -> window.latency(0.99))
        .max()
        .orElse(0);
  }

  /**
   * When the first window began that has nothing but good answers and a p99 of at most so many
   * milliseconds; in milliseconds from the begin, infinite when there is none.
   */
  double firstWithin(double limit) {
    for (int i = 0; i < windows.size(); i++) {
      Samples window = windows.get(i);
      if (window.errors() == 0 && window.count() > 0 && window.latency(0.99) <= limit) {
        return i * NANOS / 1e6;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
