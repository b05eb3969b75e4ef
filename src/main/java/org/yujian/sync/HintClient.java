package org.yujian.sync;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yujian.change.CommittedChange;
import org.yujian.change.LogBatch;
import org.yujian.change.LogFilter;

/**
 * The server's end of one client's event stream. Sends the first event, then an event for each
 * batch of rows after {@link #sentUpTo}: a client that was connected to another node may be ahead.
 */
final class HintClient {
  private final LogFilter filter;
  private final MultiEmitter<? super OutboundSseEvent> connection;

  /** Batches read before the first event was sent; null afterwards. */
  private List<LogBatch> early = new ArrayList<>();

  /** Position in the log up to which events were sent. */
  private long sentUpTo;

  HintClient(LogFilter filter, MultiEmitter<? super OutboundSseEvent> connection) {
    this.filter = filter;
    this.connection = connection;
  }

  synchronized void begin(HintStart start) {
    sentUpTo = start.upTo();
    connection.emit(start.event());
    List<LogBatch> batches = early;
    early = null;
    batches.forEach(
        batch -> send(batch, ownFilter -> HintEvents.of(batch.rows(), batch.token(), ownFilter)));
  }

  /**
   * @param whole makes the event of all rows that match a filter, shared between clients; not used
   *     for a client that already got some of the rows
   */
  synchronized void send(LogBatch batch, Function<LogFilter, Optional<OutboundSseEvent>> whole) {
    if (batch.reset()) {
      // Positions of another log mean nothing here; the client reconnects with its token.
      connection.complete();
    } else if (early != null) {
      keep(batch);
    } else if (batch.token().seq() > sentUpTo) {
      List<CommittedChange> rows = batch.rows();
      Optional<OutboundSseEvent> event =
          rows.get(0).seq() > sentUpTo
              ? whole.apply(filter)
              : HintEvents.of(
                  rows.stream().filter(row -> row.seq() > sentUpTo).toList(),
                  batch.token(),
                  filter);
      sentUpTo = batch.token().seq();
      event.ifPresent(connection::emit);
    }
  }

  /** Ends the stream when the first event takes too long; the client reconnects and resumes. */
  private void keep(LogBatch batch) {
    early.add(batch);
    if (early.size() > LiveHints.WAITING) {
      early.clear();
      connection.complete();
    }
  }

  synchronized void heartbeat() {
    if (early == null) {
      connection.emit(HintEvents.heartbeat());
    }
  }

  void end() {
    connection.complete();
  }
}
