package bench;

import java.util.Arrays;

/** The latencies of one round, in nanoseconds, and how much came over the wire. */
final class Samples {
  double seconds;
  private long[] nanos = new long[1 << 16];
  private int count;
  private int errors;
  private long wireBytes;
  private long bodyBytes;
  private long[] late = new long[1 << 12];
  private int lateCount;

  void note(long latency, long wire, long body) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = latency;
    wireBytes += wire;
    bodyBytes += body;
  }

  /** An answer of another status, or with less than it must have. */
  void error() {
    errors++;
  }

  int errors() {
    return errors;
  }

  /** With the failed ones. */
  int answered() {
    return count + errors;
  }

  void late(long by) {
    if (lateCount == late.length) {
      late = Arrays.copyOf(late, lateCount * 2);
    }
    late[lateCount++] = by;
  }

  void add(Samples other) {
    for (int i = 0; i < other.count; i++) {
      note(other.nanos[i], 0, 0);
    }
    errors += other.errors;
    wireBytes += other.wireBytes;
    bodyBytes += other.bodyBytes;
  }

  int count() {
    return count;
  }

  double perSecond() {
    return count / seconds;
  }

  double wirePerRequest() {
    return (double) wireBytes / count;
  }

  double bodyPerRequest() {
    return (double) bodyBytes / count;
  }

  /** In milliseconds. */
  double latency(double part) {
    return quantile(nanos, count, part);
  }

  /** How late the open loop sent what could go at once, in milliseconds. */
  double lateness(double part) {
    return quantile(late, lateCount, part);
  }

  private static double quantile(long[] values, int count, double part) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, (int) (count * part))] / 1e6;
  }
}
