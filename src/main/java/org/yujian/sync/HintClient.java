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
 * A client that listens on this node. Sends its first event, then rows after the position that the
 * client already has: one that was connected to another node may be ahead of this node.
 */
final class HintClient {
  private final LogFilter filter;
  private final MultiEmitter<? super OutboundSseEvent> connection;

  /** Batches read before the first event was sent; null afterwards. */
  private List<LogBatch> early = new ArrayList<>();

  private long told;

  HintClient(LogFilter filter, MultiEmitter<? super OutboundSseEvent> connection) {
    this.filter = filter;
    this.connection = connection;
  }

  synchronized void begin(HintStart start) {
    told = start.told();
    connection.emit(start.event());
    List<LogBatch> batches = early;
    early = null;
    batches.forEach(batch -> send(batch, own -> HintEvents.of(batch.rows(), batch.token(), own)));
  }

  /** {@code whole} makes the event of the whole batch for a filter, shared between clients. */
  synchronized void send(LogBatch batch, Function<LogFilter, Optional<OutboundSseEvent>> whole) {
    if (early != null) {
      keep(batch);
    } else if (batch.token().seq() > told) {
      List<CommittedChange> rows = batch.rows();
      Optional<OutboundSseEvent> event =
          rows.get(0).seq() > told
              ? whole.apply(filter)
              : HintEvents.of(
                  rows.stream().filter(row -> row.seq() > told).toList(), batch.token(), filter);
      told = batch.token().seq();
      event.ifPresent(connection::emit);
    }
  }

  /** Drops the client when its first event takes too long; it reconnects with its token. */
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
