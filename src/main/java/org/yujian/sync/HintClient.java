package org.yujian.sync;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yujian.change.CommittedChange;
import org.yujian.change.LogFilter;
import org.yujian.change.Tailed;

/**
 * One client that listens on this node, used by {@link LiveHints}: sends its first event, then each
 * batch of the log, and of that only rows behind the position that the client knows already. A
 * client that comes from another node may know more than this one has read.
 */
final class HintClient {
  private final LogFilter filter;
  private final MultiEmitter<? super OutboundSseEvent> connection;

  /** Batches that were read before the first event was sent; null afterwards. */
  private List<Tailed> early = new ArrayList<>();

  private long told;

  HintClient(LogFilter filter, MultiEmitter<? super OutboundSseEvent> connection) {
    this.filter = filter;
    this.connection = connection;
  }

  synchronized void begin(HintStart start) {
    told = start.told();
    connection.emit(start.event());
    List<Tailed> batches = early;
    early = null;
    batches.forEach(batch -> send(batch, own -> HintEvents.of(batch.rows(), batch.token(), own)));
  }

  /**
   * @param whole makes the event of the whole batch for a filter, shared with other clients
   */
  synchronized void send(Tailed batch, Function<LogFilter, Optional<OutboundSseEvent>> whole) {
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

  /** The client is dropped when its first event takes too long; it comes back with its token. */
  private void keep(Tailed batch) {
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
