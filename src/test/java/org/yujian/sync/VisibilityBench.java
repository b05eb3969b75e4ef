package org.yujian.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.EventStream;
import org.yujian.testing.Nodes;
import org.yujian.testing.Report;

/**
 * How long after the answer to a publish on one node the other node shows it: in the list, in the
 * detail, in sync and as a live hint, beside 50 reads a second. Not part of the build: {@code mvn
 * -B verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=VisibilityBench}.
 */
class VisibilityBench {
  private static final Report REPORT = new Report(VisibilityBench.class);
  private static final int PUBLISHES = Integer.getInteger("visibility.publishes", 200);
  private static final int WARM_UP = 50;
  private static final int READS_PER_SECOND = 50;

  private final Map<String, List<Long>> micros = new TreeMap<>();

  @Test
  void publishOnOneNodeReadOnTheOther() throws Exception {
    ScheduledExecutorService readers = Executors.newScheduledThreadPool(4);
    try (Nodes nodes = new Nodes("visibility", 2, "yujian.sample=false")) {
      Client writer = nodes.client(0);
      Client reader = nodes.client(1);
      writer.post("/v1/desk/accounts", Map.of("handle", "a", "name", "账号")).expect(201);
      publish(writer, 0);
      long period = TimeUnit.SECONDS.toNanos(1) / READS_PER_SECOND;
      readers.scheduleAtFixedRate(
          () -> reader.get("/v1/articles"), 0, period, TimeUnit.NANOSECONDS);
      URI events = URI.create(nodes.node(1).baseUrl() + "/v1/events?types=article");
      try (EventStream stream = new EventStream(events, null)) {
        stream.next();
        for (int i = 1; i <= WARM_UP + PUBLISHES; i++) {
          if (i == WARM_UP + 1) {
            micros.clear();
          }
          measure(writer, reader, stream, i);
        }
      }
    } finally {
      readers.shutdownNow();
    }
    micros.forEach(VisibilityBench::print);
  }

  private void measure(Client writer, Client reader, EventStream stream, int number) {
    String token = reader.get("/v1/sync?types=article&since=now").text("token");
    String article = publish(writer, number);
    long answered = System.nanoTime();
    until(
        "list", answered, () -> reader.get("/v1/articles?limit=1").json().at("/items/0"), article);
    until("detail", answered, () -> reader.get("/v1/articles/" + article).json(), article);
    until(
        "sync",
        answered,
        () -> reader.get("/v1/sync?types=article&since=" + token).json().at("/changes/0"),
        article);
    while (!stream.next().data().toString().contains(article)) {
      // A hint of an earlier one.
    }
    note("events", answered);
  }

  private interface Read {
    JsonNode thing();
  }

  private void until(String what, long answered, Read read, String article) {
    while (!read.thing().path("id").asText().equals(article)) {
      // Asks again at once.
    }
    note(what, answered);
  }

  private void note(String what, long answered) {
    micros
        .computeIfAbsent(what, w -> new ArrayList<>())
        .add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - answered));
  }

  private static String publish(Client writer, int number) {
    String document = "# 题" + number + "\n\n正文" + number + "。\n";
    return writer
        .importDocument("@a", document, true, List.of())
        .expect(201)
        .json()
        .at("/articles/0/articleId")
        .asText();
  }

  private static void print(String what, List<Long> times) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    REPORT.line(
        "%-7s %d publishes, ms: p50 %.1f, p90 %.1f, p99 %.1f, most %.1f",
        what,
        sorted.length,
        at(sorted, 50),
        at(sorted, 90),
        at(sorted, 99),
        Arrays.stream(sorted).max().orElse(0) / 1_000.0);
  }

  private static double at(long[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1_000.0;
  }
}
