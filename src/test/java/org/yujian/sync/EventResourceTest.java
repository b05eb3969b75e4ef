package org.yujian.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.change.Tailer;
import org.yujian.testing.DeskTest;
import org.yujian.testing.EventStream;
import org.yujian.testing.LogLines;

/** Live hints over real connections. */
@QuarkusTest
class EventResourceTest extends DeskTest {
  @Inject LiveHints hints;
  @Inject Tailer tailer;

  @TestHTTPResource("/")
  URI base;

  private final List<AutoCloseable> open = new ArrayList<>();

  /** The tables were emptied behind its back: its reset would end the streams of a test. */
  @BeforeEach
  void lookAgain() {
    tailer.advance();
    until(hints::isSettled);
  }

  @AfterEach
  void hangUp() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    until(() -> hints.clients() == 0);
  }

  @Test
  void aHintComesWhenSyncServesTheChange() {
    EventStream stream = listen("", null);
    EventStream.Event ready = stream.next();
    assertThat(ready.name()).isEqualTo("ready");
    for (int i = 0; i < 5; i++) {
      String before = read("/v1/sync?since=now").getString("token");
      tag("t" + i);
      EventStream.Event event = stream.next();
      assertThat(event.name()).isEqualTo("change");
      String id = event.data().at("/changes/0/id").asText();
      assertThat(event.data().at("/changes/0/type").asText()).isEqualTo("tag");
      assertThat(event.data().at("/changes/0/version").asInt()).isEqualTo(1);
      assertThat(read("/v1/sync?since=" + before).getList("changes.id")).containsExactly(id);
      assertThat(read("/v1/sync?since=" + event.id()).getList("changes")).isEmpty();
    }
    assertThat(read("/v1/sync?since=" + ready.id()).getList("changes")).hasSize(5);
  }

  @Test
  void theLastEventIdResumesFromTheLog() {
    EventStream first = listen("?types=tag", null);
    first.next();
    tag("a");
    String last = first.next().id();
    first.close();
    account("甲");
    tag("b");
    tag("c");
    EventStream second = listen("?types=tag", last);
    EventStream.Event missed = second.next();
    assertThat(missed.name()).isEqualTo("change");
    assertThat(missed.data().path("changes")).hasSize(2);
    assertThat(missed.data().path("more").asBoolean()).isFalse();
    tag("d");
    assertThat(second.next().data().path("changes")).hasSize(1);
    assertThat(listen("?types=tag", second.last().id()).next().name()).isEqualTo("ready");
  }

  @Test
  void filtersKeepOtherHintsAway() {
    String mine = account("甲");
    EventStream accounts = listen("?types=account&accounts=" + mine, null);
    accounts.next();
    EventStream tags = listen("?types=tag&accounts=" + mine, null);
    tags.next();
    account("乙");
    tag("x");
    String etag = desk().get("/v1/desk/accounts/" + mine).header("ETag");
    ok(
        desk()
            .contentType("application/merge-patch+json")
            .header("If-Match", etag)
            .body("{\"intro\": \"x\"}")
            .patch("/v1/desk/accounts/" + mine),
        200);
    EventStream.Event event = accounts.next();
    assertThat(event.data().path("changes")).hasSize(1);
    assertThat(event.data().at("/changes/0/id").asText()).isEqualTo(mine);
    assertThat(tags.next().data().at("/changes/0/type").asText()).isEqualTo("tag");
  }

  @Test
  void badRequestsAreProblemsAndHeadEnds() {
    String token = read("/v1/sync?since=now").getString("token");
    problem(anyone().get("/v1/events?types=video"), 400, "invalid-parameter");
    problem(anyone().get("/v1/events?accounts=x"), 400, "invalid-parameter");
    problem(anyone().header("Last-Event-ID", "x").get("/v1/events"), 400, "invalid-sync-token");
    String other = "/v1/events?accounts=" + UUID.randomUUID();
    problem(anyone().header("Last-Event-ID", token).get(other), 400, "invalid-sync-token");
    tag("x");
    String lost = read("/v1/sync?since=now").getString("token");
    tables().run("truncate change");
    problem(anyone().header("Last-Event-ID", lost).get("/v1/events"), 410, "sync-token-expired");
    assertThat(anyone().head("/v1/events").statusCode()).isEqualTo(200);
    assertThat(hints.clients()).isZero();
  }

  @Test
  void clientsThatAreGoneCostNothing() {
    for (int i = 0; i < 20; i++) {
      listen("", null).next();
    }
    assertThat(hints.clients()).isEqualTo(20);
    open.forEach(stream -> ((EventStream) stream).close());
    until(() -> hints.clients() == 0);
  }

  /** It does not read: when its connection is full it is dropped, and the others go on. */
  @Test
  void aSlowClientIsDropped() throws IOException {
    Socket slow = new Socket();
    slow.setReceiveBufferSize(1_024);
    slow.connect(new InetSocketAddress("127.0.0.1", base.getPort()));
    open.add(slow);
    slow.getOutputStream()
        .write("GET /v1/events HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    EventStream quick = listen("", null);
    quick.next();
    until(() -> hints.clients() == 2);
    String row =
        "insert into change (at, type, thing_id, version, parts)"
            + " select now(), 'tag', gen_random_uuid(), 1, '{tag}' from generate_series(1, 100)";
    AtomicInteger sent = new AtomicInteger();
    List<String> logged =
        LogLines.during(
            () -> {
              while (hints.clients() == 2 && sent.incrementAndGet() < 5_000) {
                tables().run(row + "; notify yujian_change");
                quick.next();
              }
              tag("still");
              assertThat(quick.next().name()).isEqualTo("change");
            });
    assertThat(hints.clients()).isEqualTo(1);
    System.out.println("the slow client was dropped after " + sent + " hints");
    // Nothing is wrong with this server.
    assertThat(logged)
        .anyMatch(line -> line.matches("INFO .*dropped.*"))
        .noneMatch(line -> line.matches("(?s)(WARN|ERROR|SEVERE).*|.*\\tat .*"));
  }

  private EventStream listen(String query, String last) {
    EventStream stream = new EventStream(base.resolve("/v1/events" + query), last);
    open.add(stream);
    return stream;
  }

  private static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
