package org.yujian.edition;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.yujian.testing.Client;

/** Editors who publish, schedule and withdraw until the program is killed under them. */
final class PublishingLoad {
  private static final int SOON_MILLIS = 1_500;

  /** One edition, and the states that it may be in after what was sent and heard. */
  static final class Course {
    private final String edition;
    private volatile Set<String> may = Set.of("draft");

    private Course(String edition) {
      this.edition = edition;
    }

    String edition() {
      return edition;
    }

    Set<String> may() {
      return may;
    }
  }

  private final Queue<Course> courses = new ConcurrentLinkedQueue<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final List<Thread> editors = new ArrayList<>();
  private final Client client;
  private final AtomicInteger numbers;
  private volatile boolean stopped;

  private PublishingLoad(Client client, AtomicInteger numbers) {
    this.client = client;
    this.numbers = numbers;
  }

  static PublishingLoad start(
      Client client, List<String> accounts, AtomicInteger numbers, long seed) {
    PublishingLoad load = new PublishingLoad(client, numbers);
    for (int i = 0; i < accounts.size(); i++) {
      String account = accounts.get(i);
      Random random = new Random(seed * 31 + i);
      load.editors.add(new Thread(() -> load.work(account, random), "editor-" + account));
    }
    load.editors.forEach(Thread::start);
    return load;
  }

  int acknowledged() {
    return acknowledged.get();
  }

  /** Ends the editors; gives what they did. */
  List<Course> stop() {
    stopped = true;
    try {
      for (Thread editor : editors) {
        editor.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return List.copyOf(courses);
  }

  private void work(String account, Random random) {
    try {
      while (!stopped) {
        Course course = new Course(draft(client, account, "题" + numbers.incrementAndGet()));
        courses.add(course);
        if (random.nextInt(3) == 0) {
          course.may = Set.of("draft", "scheduled", "published");
          Instant at = Clock.systemUTC().instant().plusMillis(200 + random.nextInt(SOON_MILLIS));
          schedule(client, course.edition, at);
          heard(course, Set.of("scheduled", "published"));
        } else {
          course.may = Set.of("draft", "published");
          client.publish(course.edition, etag(client, course.edition)).expect(200);
          heard(course, Set.of("published"));
          withdraw(course, random);
        }
      }
    } catch (UncheckedIOException | AssertionError killed) {
      // The connection broke, or the answer was 503: nobody knows what became of the last step.
      stopped = true;
    }
  }

  private void withdraw(Course course, Random random) {
    if (random.nextBoolean()) {
      course.may = Set.of("published", "withdrawn");
      String path = "/v1/desk/editions/" + course.edition + "/withdraw";
      client.post(path, Map.of("class", "error")).expect(200);
      heard(course, Set.of("withdrawn"));
    }
  }

  private void heard(Course course, Set<String> states) {
    course.may = states;
    acknowledged.incrementAndGet();
  }

  /** Imports a draft edition of three articles and gives its id. */
  static String draft(Client client, String account, String title) {
    List<String> titles = List.of(title + "一", title + "二", title + "三");
    return client
        .importDocument(account, FeedTest.document(titles), false, List.of())
        .expect(201)
        .json()
        .at("/articles/0/editionId")
        .asText();
  }

  static void schedule(Client client, String edition, Instant at) {
    String path = "/v1/desk/editions/" + edition + "/schedule";
    client.post(path, Map.of("at", at.toString()), etag(client, edition)).expect(200);
  }

  private static String etag(Client client, String edition) {
    return client.get("/v1/desk/editions/" + edition).expect(200).etag();
  }
}
