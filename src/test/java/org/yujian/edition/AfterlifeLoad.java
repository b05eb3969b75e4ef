package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.yujian.feed.FeedTest;
import org.yujian.testing.Client;
import org.yujian.testing.Client.Answer;
import org.yujian.testing.Tables;

/**
 * Editors who correct, take back, show again and purge articles and close their accounts, until the
 * program is killed under them. Every step carries a key, so that it can be sent again.
 */
final class AfterlifeLoad {
  private static final Map<String, String> WHY = Map.of("class", "error");

  private static final String STATE =
      """
      select concat_ws(' ', a.state, a.live_rev, count(r.correction_class),
        bool_or(r.purged_at is not null), c.state)
      from article a join account c on c.id = a.account_id
      join article_revision r on r.article_id = a.id
      where a.id = ?::uuid group by a.id, c.id
      """;

  /** What is known of an article and its account. */
  private record State(String state, int rev, int corrections, boolean purged, boolean closed) {
    static final State LIVE = new State("published", 1, 0, false, false);

    State after(String action) {
      return switch (action) {
        case "corrections" -> new State(state, rev + 1, corrections + 1, false, false);
        case "republish" -> new State("published", rev + 1, corrections, false, false);
        case "purge" -> new State(state, rev, corrections, true, closed);
        case "close" -> new State("withdrawn", rev, corrections, purged, true);
        default -> new State("withdrawn", rev, corrections, false, false);
      };
    }

    /** What can be done next; nothing at the end. */
    List<String> next() {
      if (state.equals("published")) {
        return List.of("corrections", "corrections", "withdraw", "close");
      }
      return purged
          ? closed ? List.of() : List.of("close")
          : closed ? List.of("purge") : List.of("republish", "republish", "purge");
    }

    String text() {
      String account = closed ? "closed" : "open";
      return String.format(
          Locale.ROOT, "%s %d %d %s %s", state, rev, corrections, purged ? "t" : "f", account);
    }
  }

  /** One request, to be sent again as it was. */
  private record Step(String path, Object body, String etag, String key, State after) {
    Answer send(Client client) {
      return client.once(key).post(path, body, etag);
    }
  }

  /** An article with its account, the last step that was sent, and what was heard before it. */
  private static final class Course {
    private final String account;
    private final String article;
    private volatile State known = State.LIVE;
    private volatile Step sent;

    private Course(String account, String article) {
      this.account = "/v1/desk/accounts/" + account;
      this.article = "/v1/desk/articles/" + article;
    }
  }

  private final Queue<Course> courses = new ConcurrentLinkedQueue<>();
  private final Editors editors = new Editors();
  private final Client client;

  private AfterlifeLoad(Client client) {
    this.client = client;
  }

  static AfterlifeLoad start(Client client, int editors, long seed) {
    AfterlifeLoad load = new AfterlifeLoad(client);
    load.editors.start(editors, seed, (number, random) -> load.course(random));
    return load;
  }

  Editors editors() {
    return editors;
  }

  /**
   * After the next start: each article is as it was before its last step or after it; the step sent
   * again is answered, and done once. Gives how many articles there were.
   */
  int check(Client restarted, Tables tables) {
    for (Course course : courses) {
      Step last = course.sent;
      if (last != null) {
        assertThat(state(tables, course)).isIn(course.known.text(), last.after().text());
        last.send(restarted).expect(200);
        course.known = last.after();
      }
      assertThat(state(tables, course)).isEqualTo(course.known.text());
    }
    return courses.size();
  }

  private static String state(Tables tables, Course course) {
    String id = course.article.substring(course.article.lastIndexOf('/') + 1);
    return tables.texts(STATE, id).get(0);
  }

  private void course(Random random) {
    Course course = begin(random);
    courses.add(course);
    while (!editors.stopped() && !course.known.next().isEmpty()) {
      List<String> next = course.known.next();
      step(course, next.get(random.nextInt(next.size())));
    }
  }

  private Course begin(Random random) {
    String name = "k" + Long.toString(random.nextLong() >>> 1, 36);
    Map<String, String> wish = Map.of("handle", name, "name", name);
    String account = editors.done(client.post("/v1/desk/accounts", wish)).text("id");
    String document = FeedTest.document(List.of(name + "一", name + "二"));
    Answer report = editors.done(client.importDocument(account, document, true, List.of()));
    return new Course(account, report.json().at("/articles/0/articleId").asText());
  }

  private void step(Course course, String action) {
    String key = UUID.randomUUID().toString();
    State after = course.known.after(action);
    String article = course.article;
    String path = (action.equals("close") ? course.account : article) + "/" + action;
    Step step =
        switch (action) {
          case "corrections" -> {
            String body = "<p>第" + after.rev() + "版。</p>";
            editors.done(client.patch(article, Map.of("html", body), etag(article)));
            yield new Step(path, Map.of("class", "typo"), etag(article), key, after);
          }
          case "republish" -> new Step(path, Map.of(), etag(article), key, after);
          case "close" -> new Step(path, Map.of(), etag(course.account), key, after);
          case "purge" -> new Step(path, Map.of(), null, key, after);
          default -> new Step(path, WHY, null, key, after);
        };
    course.sent = step;
    editors.done(step.send(client));
    course.known = after;
    editors.heard();
  }

  private String etag(String path) {
    return editors.done(client.get(path)).etag();
  }
}
