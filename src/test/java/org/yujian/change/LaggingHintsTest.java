package org.yujian.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.EventStream;

/**
 * Live hints of a node that is behind the database. Sync of this node may answer by what its tailer
 * has read, so no hint may be ahead of that.
 */
@QuarkusTest
class LaggingHintsTest extends DeskTest {

  @Inject Tailer tailer;
  @Inject LogPages log;
  @Inject HeardChanges heard;

  @TestHTTPResource("/")
  URI base;

  private final List<EventStream> open = new ArrayList<>();

  /** The tables were emptied: the reset that follows would end the streams of a test. */
  @BeforeEach
  void knowTheEmptyLog() {
    tailer.advance();
  }

  @AfterEach
  void goOn() throws InterruptedException {
    open.forEach(EventStream::close);
    tailer.stop();
    tailer.start();
  }

  private EventStream listen(String last) {
    EventStream stream = new EventStream(base.resolve("/v1/events"), last);
    open.add(stream);
    return stream;
  }

  /** The token of a client that has read all that is committed, on whatever node. */
  private String newest() {
    return QuarkusTransaction.requiringNew().call(() -> log.newest().encode(LogFilter.ALL.text()));
  }

  private String tagId(String slug) {
    return tables().texts("select id from tag where slug = ?", slug).get(0);
  }

  private void isHint(EventStream.Event event, String token, String... slugs) {
    assertThat(event.name()).isEqualTo("change");
    assertThat(hinted(event)).containsExactly(List.of(slugs).stream().map(this::tagId).toArray());
    assertThat(event.id()).isEqualTo(token);
    assertThat(event.data().path("more").asBoolean()).isFalse();
  }

  private static List<Object> hinted(EventStream.Event event) {
    return StreamSupport.stream(event.data().path("changes").spliterator(), false)
        .map(change -> change.path("id"))
        .<Object>map(JsonNode::asText)
        .toList();
  }

  private static void isReady(EventStream.Event event, String token) {
    assertThat(event.name()).isEqualTo("ready");
    assertThat(event.data().path("changes")).isEmpty();
    assertThat(event.id()).isEqualTo(token);
  }

  @Test
  void aResumedStreamHintsWhatTheNodeHasReadAndTheRestWhenItReadsOn() throws Exception {
    tag("a");
    String last = newest();
    tag("b");
    String read = newest();
    tailer.stop();
    tag("c");
    EventStream stream = listen(last);
    isHint(stream.next(), read, "b");
    tailer.start();
    isHint(stream.next(), newest(), "c");
    assertThat(read("/v1/sync?since=" + read).getList("changes.id")).containsExactly(tagId("c"));
  }

  @Test
  void aStreamResumedWhereTheNodeStandsWaits() throws Exception {
    tag("a");
    String last = newest();
    tailer.stop();
    tag("b");
    EventStream stream = listen(last);
    isReady(stream.next(), last);
    tailer.start();
    isHint(stream.next(), newest(), "b");
    assertThat(read("/v1/sync?since=" + last).getList("changes.id")).containsExactly(tagId("b"));
  }

  /** It comes from a node that had read more: it is told nothing that it knows. */
  @Test
  void aClientThatKnowsMoreThanTheNodeWaitsUntilTheNodeKnowsMore() throws Exception {
    tag("a");
    tailer.stop();
    tag("b");
    String ahead = newest();
    EventStream stream = listen(ahead);
    isReady(stream.next(), ahead);
    tag("c");
    // Reads b and c in one batch.
    tailer.start();
    isHint(stream.next(), newest(), "c");
    tag("d");
    isHint(stream.next(), newest(), "d");
  }

  @Test
  void aNewStreamBeginsWhereTheNodeStands() throws Exception {
    tag("a");
    String stands = newest();
    tailer.stop();
    tag("b");
    EventStream stream = listen(null);
    isReady(stream.next(), stands);
    tailer.start();
    isHint(stream.next(), newest(), "b");
  }

  @Test
  void aTokenOfAnotherHistoryIsRefusedHoweverFarTheNodeIs() throws Exception {
    tag("a");
    tag("b");
    String last = newest();
    tailer.stop();
    tables().run("truncate change");
    problem(anyone().header("Last-Event-ID", last).get("/v1/events"), 410, "sync-token-expired");
  }
}
