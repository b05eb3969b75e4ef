package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.feed.FeedRules;
import org.yujian.feed.FeedTest;
import org.yujian.testing.Client.Answer;
import org.yujian.testing.RandomEditor;
import org.yujian.testing.Seed;
import org.yujian.testing.Together;

/**
 * Everything that the desk can do, at once and on the same few things: nobody gets a 5xx (so no
 * deadlock reaches a client), and what is left obeys all rules.
 */
@QuarkusTest
class MixedWritesTest extends FeedTest {
  private static final int EDITORS = 8;
  private static final int STEPS = 40;
  private static final List<String> HANDLES = List.of("a", "b", "c");
  private static final List<String> TAGS = List.of("x", "y", "z");

  private RandomEditor editor;

  @Test
  void whateverEditorsDoAtOnceTheRulesHold() {
    Random random = Seed.random("mixedWrites");
    editor = new RandomEditor(client, HANDLES, TAGS);
    editor.prepare();
    long deadlocks = deadlocks();
    List<List<Integer>> statuses =
        Together.run(
            IntStream.range(0, EDITORS)
                .mapToObj(i -> new Random(random.nextLong()))
                .map(chance -> (Callable<List<Integer>>) () -> work(chance))
                .toList());
    List<Integer> all = statuses.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(EDITORS * STEPS).allMatch(status -> status < 500);
    assertThat(all.stream().filter(status -> status < 300).count()).isGreaterThan(all.size() / 2);
    assertThat(deadlocks()).isEqualTo(deadlocks);
    ChangeLogRules.check(tables);
    FeedRules.check(tables);
  }

  private List<Integer> work(Random random) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      Random again = new Random(random.nextLong());
      Answer answer = patiently(() -> editor.step(again));
      if (answer.status() >= 500) {
        System.out.println(answer);
      }
      statuses.add(answer.status());
    }
    return statuses;
  }
}
