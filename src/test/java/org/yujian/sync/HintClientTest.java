package org.yujian.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.yujian.change.LogBatch;
import org.yujian.change.LogFilter;

/** A log that was replaced ends the streams; an empty batch of it must not end the sender. */
class HintClientTest {

  private static final LogBatch RESET = new LogBatch(List.of(), null, true);

  private final AtomicReference<HintClient> client = new AtomicReference<>();
  private final AssertSubscriber<OutboundSseEvent> stream =
      Multi.createFrom()
          .<OutboundSseEvent>emitter(
              connection -> client.set(new HintClient(LogFilter.ALL, connection)))
          .subscribe()
          .withSubscriber(AssertSubscriber.create(10));

  @Test
  void aResetEndsAStreamThatHasBegun() {
    client.get().begin(new HintStart(HintEvents.heartbeat(), 7));
    client.get().send(RESET, filter -> Optional.empty());
    stream.assertCompleted();
    assertThat(stream.getItems()).hasSize(1);
  }

  @Test
  void aResetEndsAStreamThatWaitsForItsFirstEvent() {
    client.get().send(RESET, filter -> Optional.empty());
    stream.assertCompleted();
    client.get().begin(new HintStart(HintEvents.heartbeat(), 7));
    assertThat(stream.getItems()).isEmpty();
  }
}
