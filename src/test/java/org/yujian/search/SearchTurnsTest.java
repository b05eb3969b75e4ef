package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;

/** More searches at once than a node runs. */
@QuarkusTest
class SearchTurnsTest extends DeskTest {
  private static final int AT_ONCE = 30;

  @Test
  void manySearchesAtOnceAllHaveTheirTurn() {
    ExecutorService all = Executors.newCachedThreadPool();
    // Each is another question to what is remembered.
    List<CompletableFuture<Integer>> asked =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> status(i + 1), all))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join).distinct()).containsExactly(200);
    all.shutdown();
  }

  private int status(int limit) {
    Response answer = anyone().get("/v1/search?match=exact&q=%E6%80%81%E5%BA%A6&limit=" + limit);
    return answer.statusCode();
  }
}
