package org.yujian.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged program under more than it can do, with two worker threads so that it shows. */
class OverloadIT {
  private static final int BURST = 500;
  private static final int READERS = 300;
  private static final int ATTEMPTS = 4;
  private static final int IDLE = 1_000;
  private static final int SLOW = 20;
  private static final int HANGING = 5;
  private static final int ASKED_AHEAD = 200;
  private static final long UNCHANGED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long MORE_THAN_SOCKETS_HOLD = 24L << 20;

  /** Those of no resource, as the contract. */
  private static final String ANSWERED =
      "http_server_requests_seconds_count{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"OTHER\"";

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  private static Program program;

  private final List<RawHttp> connections = new ArrayList<>();

  @BeforeAll
  static void start() {
    program = Program.start(Folders.empty("overload"), "quarkus.thread-pool.max-threads=2");
  }

  @AfterAll
  static void end() {
    program.close();
  }

  @AfterEach
  void close() throws IOException {
    for (RawHttp connection : connections) {
      connection.close();
    }
  }

  private void connect(int number) throws IOException {
    for (int i = 0; i < number; i++) {
      RawHttp connection = new RawHttp(program.baseUrl().getPort());
      connection.connect();
      connections.add(connection);
    }
  }

  /** Never asked before, so not in memory. */
  private static String cold() {
    return "/v1/articles/batch?ids=" + UUID.randomUUID();
  }

  private static void assertAnswers() {
    assertThat(program.get(cold()).statusCode()).isEqualTo(200);
  }

  private static int management(String path) {
    return program.get(program.managementUrl().resolve(path)).statusCode();
  }

  @Test
  void aBurstIsAnsweredOrShedAndThenItIsAsBefore() throws IOException {
    connect(BURST);
    for (RawHttp connection : connections) {
      String request = "GET " + cold() + " HTTP/1.1\r\nHost: a\r\n\r\n";
      connection.write(request.getBytes(ISO_8859_1));
    }
    assertThat(management("/q/health/ready")).isEqualTo(200);
    assertThat(management("/q/metrics")).isEqualTo(200);

    Map<Integer, Integer> counts = new HashMap<>();
    for (RawHttp connection : connections) {
      RawHttp.Answer answer = connection.answer(false);
      counts.merge(answer.status(), 1, Integer::sum);
      if (answer.status() == 503) {
        assertThat(answer.header("retry-after")).matches("[1-9]\\d*");
        assertThat(answer.toString()).contains("\"code\":\"overloaded\"");
        assertThat(
                Contract.problemViolations(
                    503, answer.header("content-type"), answer.body(), "GET"))
            .isEmpty();
      }
    }
    assertThat(counts).containsOnlyKeys(200, 503);
    program.await("an answer", () -> program.get(cold()).statusCode() == 200);
  }

  /** One read waits for a lock, and the others for its thread: until then as before. */
  @Test
  void readsThatHangStopNeitherWritesNorHealthAndDoNotWaitForEver() throws Exception {
    String hot = "/v1/articles?limit=9";
    assertThat(program.get(hot).statusCode()).isEqualTo(200);
    connect(HANGING);
    try (Connection lock = program.administration("yujian");
        Statement statement = lock.createStatement()) {
      lock.setAutoCommit(false);
      // Of no job's tables, which would wait with a thread.
      statement.execute("lock table article_revision");
      long began = System.nanoTime();
      for (RawHttp connection : connections) {
        String request = "GET " + cold() + " HTTP/1.1\r\nHost: a\r\n\r\n";
        connection.write(request.getBytes(ISO_8859_1));
      }
      program.await("the line", () -> waitingReads() == HANGING - 1);
      // What memory answers passes by them.
      assertThat(program.get(hot).statusCode()).isEqualTo(200);
      assertThat(new Client(program.baseUrl(), "").post("/v1/devices", Map.of()).status())
          .isEqualTo(201);
      assertThat(management("/q/health/ready")).isEqualTo(200);
      program.await("an impatient time", () -> System.nanoTime() - began > PATIENCE_NANOS);
      lock.rollback();
    }
    Map<Integer, Integer> counts = new HashMap<>();
    for (RawHttp connection : connections) {
      counts.merge(connection.answer(false).status(), 1, Integer::sum);
    }
    assertThat(counts).isEqualTo(Map.of(200, 1, 503, HANGING - 1));
    assertAnswers();
  }

  /** Else a popular page would be refused for a moment whenever it changes. */
  @Test
  void manyWhoReadAPageThatHasJustChangedAreAllAnswered() throws Exception {
    connect(READERS);
    // Nobody waits for longer than two seconds, in which a crowded machine may not come to all.
    for (int attempt = 1; !whileItChanges("/v1/articles?limit=7").equals(Set.of(200)); attempt++) {
      assertThat(attempt).isLessThan(ATTEMPTS);
    }
    assertThat(Metrics.of(program, "yujian_response_cache_waiting")).isZero();
  }

  /** Gives the statuses of the readers' answers; the good ones have what was published. */
  private Set<Integer> whileItChanges(String path) throws Exception {
    assertThat(program.get(path).statusCode()).isEqualTo(200);
    String article =
        new Client(program.baseUrl(), program.adminKey())
            .importDocument(
                null, "扫描二维码 关注“测试号”\n\n# 刚刚发布\n\n正文" + System.nanoTime() + "\n", true, List.of())
            .expect(201)
            .json()
            .at("/articles/0/articleId")
            .asText();
    long began = System.nanoTime();
    try (Connection lock = program.administration("yujian");
        Statement statement = lock.createStatement()) {
      lock.setAutoCommit(false);
      statement.execute("lock table tag");
      for (int i = 0; i < READERS; i++) {
        String coding = i % 2 == 0 ? "" : "Accept-Encoding: gzip\r\n";
        String request = "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + coding + "\r\n";
        connections.get(i).write(request.getBytes(ISO_8859_1));
      }
      program.await(
          "readers",
          () ->
              Metrics.of(program, "yujian_response_cache_waiting") == READERS - 1
                  || System.nanoTime() - began > PATIENCE_NANOS);
      lock.rollback();
    }
    Set<Integer> statuses = new HashSet<>();
    for (RawHttp connection : connections) {
      RawHttp.Answer answer = connection.answer(false);
      statuses.add(answer.status());
      if (answer.status() == 200 && answer.header("content-encoding") == null) {
        assertThat(answer.toString()).contains(article);
      }
    }
    return statuses;
  }

  /** They have a line of their own, as an export has its thread while its client reads. */
  @Test
  void exportsThatHangStopNoSearch() throws Exception {
    connect(2);
    try (Connection lock = program.administration("yujian");
        Statement statement = lock.createStatement()) {
      lock.setAutoCommit(false);
      statement.execute("lock table audit");
      for (RawHttp connection : connections) {
        String request =
            "GET /v1/desk/audit/export HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + program.adminKey()
                + "\r\n\r\n";
        connection.write(request.getBytes(ISO_8859_1));
      }
      program.await(
          "the line",
          () -> Metrics.of(program, "yujian_workers_waiting{work=\"long-desk-read\"") == 1);
      assertThat(program.get("/v1/search?q=" + UUID.randomUUID()).statusCode()).isEqualTo(200);
      lock.rollback();
    }
    Set<Integer> statuses = new HashSet<>();
    for (RawHttp connection : connections) {
      statuses.add(connection.answer(false).status());
    }
    assertThat(statuses).contains(200).isSubsetOf(200, 503);
  }

  private static double waitingReads() {
    return Metrics.of(program, "yujian_workers_waiting{work=\"read\"");
  }

  /** Answers far larger than what sockets hold. */
  @Test
  void whoAsksAheadAndDoesNotReadIsAnsweredWhenHeDoes() throws IOException {
    int size = program.get("/openapi").body().getBytes(UTF_8).length;
    double before = Metrics.of(program, ANSWERED);
    connect(1);
    RawHttp connection = connections.get(0);
    String request = "GET /openapi HTTP/1.1\r\nHost: a\r\n\r\n";
    connection.write(request.repeat(ASKED_AHEAD).getBytes(ISO_8859_1));
    AtomicLong answered = new AtomicLong();
    AtomicLong since = new AtomicLong();
    program.await(
        "nothing more",
        () -> {
          long now = (long) (Metrics.of(program, ANSWERED) - before);
          if (now != answered.getAndSet(now)) {
            since.set(System.nanoTime());
          }
          return now > 1 && System.nanoTime() - since.get() > UNCHANGED_NANOS;
        });
    assertThat(answered.get() * size).isLessThan(MORE_THAN_SOCKETS_HOLD);
    for (int i = 0; i < ASKED_AHEAD; i++) {
      assertThat(connection.answer(false).body()).hasSize(size);
    }
    assertThat((long) ASKED_AHEAD * size).isGreaterThan(2 * MORE_THAN_SOCKETS_HOLD);
  }

  @Test
  void idleConnectionsStopNobody() throws IOException {
    connect(IDLE);
    assertAnswers();
    assertThat(management("/q/health/ready")).isEqualTo(200);
  }

  @Test
  void slowBodiesHoldNoThread() throws IOException {
    connect(SLOW);
    for (RawHttp connection : connections) {
      connection.write(
          ("POST /v1/devices HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 900\r\n\r\n{")
              .getBytes(ISO_8859_1));
    }
    assertAnswers();
    // Of two threads one is for writes: with a body that waits in it nobody could write.
    assertThat(new Client(program.baseUrl(), "").post("/v1/devices", Map.of()).status())
        .isEqualTo(201);
  }

  /** Or so many of them would take the place of all others. */
  @Test
  void bodiesThatWereRefusedAreForgotten() throws IOException {
    connect(3);
    String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
    String tooMuch =
        "POST /v1/devices HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + chunk.repeat(40);
    for (RawHttp connection : connections) {
      assertThat(connection.send(tooMuch.getBytes(ISO_8859_1)).status()).isEqualTo(413);
    }
    program.await("no body is held", () -> Metrics.of(program, "yujian_bodies_bytes") == 0);
  }

  @Test
  void aHugeHeadIsRefused() throws IOException {
    connect(1);
    String head = "GET /v1/articles HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(100_000) + "\r\n\r\n";
    RawHttp.Answer answer = connections.get(0).send(head.getBytes(ISO_8859_1));
    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }
}
