package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.index.SearchIndex;
import org.yujian.search.opensearch.OpenSearchIndex;
import org.yujian.search.opensearch.OpenSearchProcess;

/** Two nodes feed one index in a real OpenSearch; each has a client of its own. */
@QuarkusTest
class OpenSearchFeedTest extends IndexFeedTests {
  private static final String PREFIX = "feed";

  private OpenSearchProcess server;

  @BeforeEach
  void startServer() {
    server = OpenSearchProcess.running();
  }

  @AfterEach
  void clearServer() {
    if (server != null) {
      server.start();
      server.clear(PREFIX);
    }
  }

  private SearchIndex node() {
    return new OpenSearchIndex(server.access(PREFIX), Duration.ZERO);
  }

  @Test
  void whatEitherNodeIndexesBothFind() {
    String first = publish("第一", "正文甲。");
    IndexFeed one = feed(node());
    IndexFeed other = feed(node());
    one.step();
    other.step();
    IndexGeneration index = run(one);
    assertThat(run(other).name()).isEqualTo(index.name());
    assertThat(node().names()).containsExactly(index.name());
    String later = publish("第二", "正文乙。");
    IndexGeneration seen = run(other);
    assertThat(found(index, "正文乙")).containsExactly(later);
    withdraw(later);
    run(one);
    assertThat(found(seen, "正文")).containsExactly(first);
    assertThat(run(other).size()).isEqualTo(1);
  }

  @Test
  void aNodeThatIsBehindBringsNothingBack() {
    publish("第一", "正文甲。");
    IndexFeed slow = feed(node());
    run(slow);
    String article = publish("第二", "正文乙。");
    withdraw(article);
    IndexGeneration index = run(feed(node()));
    assertThat(index.size()).isEqualTo(1);
    assertThat(run(slow).size()).isEqualTo(1);
    assertThat(found(index, "正文乙")).isEmpty();
  }

  @Test
  void anIndexThatWasDeletedIsFilledAgain() {
    String first = publish("第一", "正文甲。");
    IndexFeed feed = feed(node());
    run(feed);
    server.clear(PREFIX);
    String later = publish("第二", "正文乙。");
    assertThatThrownBy(() -> run(feed)).isInstanceOf(IndexUnavailable.class);
    feed.reopen();
    assertThat(found(run(feed), "正文")).containsExactly(later, first);
  }

  @Test
  void aServerThatComesBackMissesNothing() {
    String first = publish("第一", "正文甲。");
    IndexFeed feed = feed(node());
    run(feed);
    server.kill();
    String later = publish("第二", "正文乙。");
    assertThatThrownBy(() -> run(feed)).isInstanceOf(IndexUnavailable.class);
    feed.reopen();
    assertThatThrownBy(() -> run(feed)).isInstanceOf(IndexUnavailable.class);
    server.start();
    feed.reopen();
    assertThat(found(run(feed), "正文")).containsExactly(later, first);
  }
}
