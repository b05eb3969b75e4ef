package bench;

import bench.Api.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests, latencies and errors by kind; several threads tell it. */
final class Tally {

  /** So many are told with their address; a run with more has its cause among these. */
  private static final int SHOWN = 5;

  private final Map<String, Samples> kinds = new TreeMap<>();
  private final Map<String, Integer> errors = new TreeMap<>();
  private final List<String> shown = new ArrayList<>();
  private long reads;
  private long writes;
  private long refused;

  /** The warm-up is over: counts and latencies begin anew, errors stay. */
  synchronized void begin() {
    kinds.clear();
    reads = 0;
    writes = 0;
  }

  synchronized void count(Question question, int status) {
    if (question.method().equals("GET")) {
      reads++;
    } else {
      writes++;
    }
    if (!question.expected().contains(status)) {
      refused += status == 503 ? 1 : 0;
      error(question, "status " + status);
    }
  }

  synchronized void lost(Question question, IOException cause) {
    error(question, cause.getClass().getSimpleName() + " " + cause.getMessage());
  }

  private void error(Question question, String what) {
    errors.merge(question.kind() + ": " + what, 1, Integer::sum);
    if (shown.size() < SHOWN) {
      shown.add(what + " for " + question.method() + " " + question.path());
      Bench.say("error: " + shown.get(shown.size() - 1));
    }
  }

  /** From the moment at which the step should have begun, nanoseconds. */
  synchronized void latency(String kind, long nanos) {
    kinds.computeIfAbsent(kind, key -> new Samples()).note(nanos, 0, 0);
  }

  synchronized long errors() {
    return errors.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Of them 503. */
  synchronized long refused() {
    return refused;
  }

  synchronized long requests() {
    return reads + writes;
  }

  synchronized double writeShare() {
    return (double) writes / (reads + writes);
  }

  synchronized Map<String, Integer> errorsByKind() {
    return new TreeMap<>(errors);
  }

  synchronized Map<String, Samples> kinds() {
    return new TreeMap<>(kinds);
  }
}
