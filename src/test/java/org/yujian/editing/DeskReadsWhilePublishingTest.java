package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yujian.feed.FeedTest;
import org.yujian.testing.Client.Answer;
import org.yujian.testing.Together;

/** What the desk reads is of one moment: a draft that goes live meanwhile is there or is live. */
@QuarkusTest
class DeskReadsWhilePublishingTest extends FeedTest {
  private static final int ROUNDS = 40;
  private static final int READERS = 4;

  @Test
  void anEditionIsDraftOrLiveForItsReaders() {
    account("a");
    AtomicInteger publishing = new AtomicInteger(ROUNDS);
    List<String> drafts = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      drafts.add(draft("a", List.of("题" + i)));
    }
    List<Callable<List<Answer>>> tasks = new ArrayList<>();
    tasks.add(() -> publishAll(drafts, publishing));
    for (int i = 0; i < READERS; i++) {
      tasks.add(() -> readWhile(drafts, publishing));
    }
    for (List<Answer> answers : Together.run(tasks)) {
      assertThat(answers).isNotEmpty().allMatch(answer -> answer.status() == 200);
    }
  }

  private List<Answer> publishAll(List<String> drafts, AtomicInteger publishing) {
    List<Answer> answers = new ArrayList<>();
    for (String edition : drafts) {
      Answer seen = client.get("/v1/desk/editions/" + edition);
      answers.add(client.publish(edition, seen.etag()));
      publishing.decrementAndGet();
    }
    return answers;
  }

  private List<Answer> readWhile(List<String> drafts, AtomicInteger publishing) {
    List<Answer> answers = new ArrayList<>();
    do {
      int next = Math.min(ROUNDS - publishing.get(), ROUNDS - 1);
      Answer whole = client.get("/v1/desk/editions/" + drafts.get(next));
      answers.add(whole);
      answers.add(client.get("/v1/desk/editions?limit=5"));
      answers.add(client.get("/v1/desk/articles/" + whole.json().at("/articles/0/id").asText()));
    } while (publishing.get() > 0);
    return answers;
  }
}
