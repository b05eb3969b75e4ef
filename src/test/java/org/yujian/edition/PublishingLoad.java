package org.yujian.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.yujian.feed.FeedTest;
import org.yujian.testing.Client;
import org.yujian.testing.Client.Answer;

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
  private final Editors editors = new Editors();
  private final Client client;
  private final AtomicInteger numbers;

  private PublishingLoad(Client client, AtomicInteger numbers) {
    this.client = client;
    this.numbers = numbers;
  }

  static PublishingLoad start(
      Client client, List<String> accounts, AtomicInteger numbers, long seed) {
    PublishingLoad load = new PublishingLoad(client, numbers);
    load.editors.start(
        accounts.size(), seed, (number, random) -> load.course(accounts.get(number), random));
    return load;
  }

  Editors editors() {
    return editors;
  }

  /** What they did. */
  List<Course> courses() {
    return List.copyOf(courses);
  }

  private void course(String account, Random random) {
    String title = "题" + numbers.incrementAndGet();
    Course course = new Course(edition(editors.done(imported(client, account, title))));
    courses.add(course);
    if (random.nextInt(3) == 0) {
      schedule(course, random);
    } else {
      course.may = Set.of("draft", "published");
      editors.done(client.publish(course.edition, etag(course)));
      heard(course, Set.of("published"));
      if (random.nextBoolean()) {
        withdraw(course);
      }
    }
  }

  /** Soon; when the machine was so slow that the time is over, the edition stays a draft. */
  private void schedule(Course course, Random random) {
    String etag = etag(course);
    course.may = Set.of("draft", "scheduled", "published");
    Instant at = Clock.systemUTC().instant().plusMillis(200 + random.nextInt(SOON_MILLIS));
    Answer answer = scheduled(client, course.edition, at, etag);
    if (answer.code().equals("schedule-in-past")) {
      heard(course, Set.of("draft"));
    } else {
      editors.done(answer);
      heard(course, Set.of("scheduled", "published"));
    }
  }

  private void withdraw(Course course) {
    course.may = Set.of("published", "withdrawn");
    String path = "/v1/desk/editions/" + course.edition + "/withdraw";
    editors.done(client.post(path, Map.of("class", "error")));
    heard(course, Set.of("withdrawn"));
  }

  private void heard(Course course, Set<String> states) {
    course.may = states;
    editors.heard();
  }

  private String etag(Course course) {
    return editors.done(client.get("/v1/desk/editions/" + course.edition)).etag();
  }

  /** Imports a draft edition of three articles and gives its id. */
  static String draft(Client client, String account, String title) {
    return edition(imported(client, account, title).expect(201));
  }

  static void schedule(Client client, String edition, Instant at) {
    String etag = client.get("/v1/desk/editions/" + edition).expect(200).etag();
    scheduled(client, edition, at, etag).expect(200);
  }

  private static Answer imported(Client client, String account, String title) {
    List<String> titles = List.of(title + "一", title + "二", title + "三");
    return client.importDocument(account, FeedTest.document(titles), false, List.of());
  }

  private static String edition(Answer imported) {
    return imported.json().at("/articles/0/editionId").asText();
  }

  private static Answer scheduled(Client client, String edition, Instant at, String etag) {
    String path = "/v1/desk/editions/" + edition + "/schedule";
    return client.post(path, Map.of("at", at.toString()), etag);
  }
}
