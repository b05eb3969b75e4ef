package org.yujian.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few clients that import documents one after another, and one that reads the feed, until they
 * are stopped or the program is gone. They remember every answer.
 */
final class ImportLoad {
  private static final int CLIENTS = 3;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  /**
   * One import that was sent.
   *
   * @param report null when it was not acknowledged
   */
  record Sent(GeneratedDocument document, JsonNode report) {
    boolean acknowledged() {
      return report != null;
    }
  }

  private final ImportClient client;
  private final AtomicInteger numbers;
  private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrongAnswers = new ConcurrentLinkedQueue<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger unavailable = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  private ImportLoad(ImportClient client, AtomicInteger numbers) {
    this.client = client;
    this.numbers = numbers;
  }

  /** Starts the clients; the numbers make each document a new one. */
  static ImportLoad start(ImportClient client, AtomicInteger numbers) {
    ImportLoad load = new ImportLoad(client, numbers);
    for (int i = 0; i < CLIENTS; i++) {
      load.threads.add(new Thread(() -> load.repeat(load::importOne), "importer-" + i));
    }
    load.threads.add(new Thread(() -> load.repeat(load::readOne), "reader"));
    load.threads.forEach(Thread::start);
    return load;
  }

  int acknowledged() {
    return acknowledged.get();
  }

  /** How often the answer was "not now". */
  int unavailable() {
    return unavailable.get();
  }

  /** Waits until each client has its last answer. */
  void stop() throws InterruptedException {
    stopping = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** Answers that are neither success nor a proper 503. */
  List<String> wrongAnswers() {
    return List.copyOf(wrongAnswers);
  }

  /** One request of a client. */
  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private void repeat(Step step) {
    try {
      while (!stopping) {
        step.run();
      }
    } catch (IOException gone) {
      // The program was killed.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void importOne() throws IOException, InterruptedException {
    GeneratedDocument document = new GeneratedDocument(numbers.incrementAndGet());
    JsonNode report = null;
    try {
      HttpResponse<String> answer = client.post(document);
      if (answer.statusCode() == 201) {
        report = ImportClient.json(answer);
        acknowledged.incrementAndGet();
      } else {
        requireUnavailable(answer);
      }
    } finally {
      sent.add(new Sent(document, report));
    }
  }

  private void readOne() throws IOException, InterruptedException {
    HttpResponse<String> answer = client.get("/v1/articles");
    if (answer.statusCode() != 200) {
      requireUnavailable(answer);
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  private void requireUnavailable(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    boolean proper =
        answer.statusCode() == 503
            && type.startsWith("application/problem+json")
            && answer.headers().firstValue("Retry-After").isPresent();
    if (!proper) {
      wrongAnswers.add(answer + " " + answer.headers().map() + " " + answer.body());
    }
    unavailable.incrementAndGet();
    LockSupport.parkNanos(PAUSE_NANOS);
  }
}
