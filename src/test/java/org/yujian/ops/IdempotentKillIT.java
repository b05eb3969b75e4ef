package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/**
 * Kill -9 in the middle of requests with an Idempotency-Key. Sent again after the restart each is
 * answered, as the first time where there was one, and done once. {@code -Dkill.rounds}, {@code
 * -Dkill.seed} as in {@link KillIT}.
 */
class IdempotentKillIT {
  private static final Path DATA = Folders.empty("kill-idempotent");
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime() % 1_000_000);
  private static final int SENDERS = 6;
  private static final int MOST_LATER_NANOS = 40_000_000;
  private static final String SETTING = "yujian.sample=false";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random random = new Random(SEED);
  private final AtomicInteger numbers = new AtomicInteger();
  private Program program;

  /** What was sent; the answer is null when none came. */
  private record Sent(int number, String key, String answer) {}

  @AfterEach
  void end() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void afterAKillEveryRequestIsAnsweredAndDoneOnce() throws Exception {
    System.out.printf(Locale.ROOT, "IdempotentKillIT: %d rounds, seed %d%n", ROUNDS, SEED);
    program = Program.start(DATA, SETTING);
    int heard = 0;
    int doneUnheard = 0;
    int sent = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (Sent one : interrupted()) {
        HttpResponse<String> again = send(one.number(), one.key());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        boolean replayed = again.headers().firstValue("Idempotency-Replayed").isPresent();
        if (one.answer() != null) {
          assertThat(replayed).isTrue();
          assertThat(again.body()).isEqualTo(one.answer());
          heard++;
        } else if (replayed) {
          doneUnheard++;
        }
        sent++;
      }
      assertDoneOnce(sent);
    }
    System.out.printf(
        Locale.ROOT,
        "IdempotentKillIT: %d requests, %d heard, %d done without an answer, none twice%n",
        sent,
        heard,
        doneUnheard);
  }

  /** Sends from several threads, kills the program in the middle and starts it again. */
  private List<Sent> interrupted() {
    Queue<Sent> all = new ConcurrentLinkedQueue<>();
    AtomicBoolean on = new AtomicBoolean(true);
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    for (int i = 0; i < SENDERS; i++) {
      senders.execute(() -> sendUntilDead(all, on));
    }
    int enough = 10 + random.nextInt(40);
    program.await("answers", () -> all.size() >= enough);
    LockSupport.parkNanos(random.nextInt(MOST_LATER_NANOS));
    program.kill9();
    on.set(false);
    senders.shutdown();
    program.await("the senders", senders::isTerminated);
    program = Program.start(DATA, SETTING);
    return new ArrayList<>(all);
  }

  private void sendUntilDead(Queue<Sent> all, AtomicBoolean on) {
    while (on.get()) {
      int number = numbers.incrementAndGet();
      String key = UUID.randomUUID().toString();
      try {
        HttpResponse<String> answer = send(number, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        all.add(new Sent(number, key, answer.body()));
      } catch (IOException dead) {
        all.add(new Sent(number, key, null));
        return;
      }
    }
  }

  /** By turns an account, a key with its secret, a document that goes live. */
  private HttpResponse<String> send(int number, String key) throws IOException {
    return switch (number % 3) {
      case 0 ->
          send("/v1/desk/accounts", json("handle", "h" + number, "name", "n" + number), key, null);
      case 1 -> send("/v1/desk/keys", keyWish(number), key, null);
      default -> send("/v1/desk/imports", form(number), key, "multipart/form-data; boundary=x");
    };
  }

  private HttpResponse<String> send(String path, String body, String key, String type)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(program.baseUrl() + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + program.adminKey())
            .header("Content-Type", type == null ? "application/json" : type)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String json(String... pairs) {
    return String.format(Locale.ROOT, "{\"%s\": \"%s\", \"%s\": \"%s\"}", (Object[]) pairs);
  }

  private static String keyWish(int number) {
    return String.format(
        Locale.ROOT, "{\"label\": \"n%d\", \"scopes\": [\"content:read\"]}", number);
  }

  private static String form(int number) {
    String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
    String text = "扫描二维码关注“n" + number + "”\n\n# 题" + number + "\n\n正文。\n";
    return String.format(Locale.ROOT, part, "publish", "", "true")
        + String.format(Locale.ROOT, part, "file", "; filename=\"a.txt\"", text)
        + "--x--\r\n";
  }

  private void assertDoneOnce(int sent) throws SQLException {
    String things =
        "(select count(distinct name) from account where name ~ '^n\\d+$')"
            + " + (select count(*) from api_key where label ~ '^n\\d+$')";
    String names =
        "(select count(*) from account) + (select count(*) from api_key where label ~ '^n\\d+$')";
    assertThat(number("select " + things)).isEqualTo(sent);
    assertThat(number("select " + names)).isEqualTo(sent);
    assertThat(number("select count(*) from article")).isEqualTo(number(IMPORTS));
    assertThat(number("select count(distinct seq) from change where type = 'article'"))
        .isEqualTo(number(IMPORTS));
    assertThat(number("select count(*) from audit where by_name like 'key:%'")).isEqualTo(sent);
    assertThat(number("select count(*) from idempotency")).isEqualTo(sent);
  }

  private static final String IMPORTS = "select count(*) from import_job";

  private long number(String sql) throws SQLException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
