package org.yujian.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.yujian.change.LogFilter;
import org.yujian.change.LogPage;
import org.yujian.change.LogPages;
import org.yujian.change.SyncToken;
import org.yujian.change.Tailer;

/**
 * Starts a client's event stream, now or after the last event that the client got. A stream never
 * runs ahead of the {@link Tailer}, because sync on this node responds only up to there.
 */
@ApplicationScoped
class HintService {

  private final LogPages log;
  private final LiveHints hints;
  private final Tailer tailer;

  HintService(LogPages log, LiveHints hints, Tailer tailer) {
    this.log = log;
    this.hints = hints;
    this.tailer = tailer;
  }

  /** Starts now without {@code last}; throws {@code sync-token-expired} for a token too old. */
  Multi<OutboundSseEvent> stream(LogFilter filter, String last) {
    if (last == null || last.isEmpty()) {
      return hints.stream(filter, () -> begun(filter));
    }
    SyncToken token = SyncToken.decode(last, filter.text());
    // Checked here, while the response can still be an error, and again when registered.
    resumed(token, filter);
    return hints.stream(filter, () -> resumed(token, filter));
  }

  private HintStart begun(LogFilter filter) {
    SyncToken now =
        tailer.token().orElseGet(() -> QuarkusTransaction.requiringNew().call(log::newest));
    return new HintStart(HintEvents.ready(now.encode(filter.text())), now.seq());
  }

  private HintStart resumed(SyncToken last, LogFilter filter) {
    // Captured before the log is read: rows that the tailer reads later arrive as batches.
    SyncToken known = tailer.token().orElse(null);
    LogPage page =
        QuarkusTransaction.requiringNew()
            .call(() -> log.read(last, filter, Hint.MOST, known))
            .orElseThrow(() -> SyncService.expired(filter));
    String token = page.token().encode(filter.text());
    if (page.rows().isEmpty() && !page.more()) {
      return new HintStart(HintEvents.ready(token), page.token().seq());
    }
    // With {@code more}, the event covers everything that this node has read.
    long told = Math.max(page.token().seq(), known == null ? 0 : known.seq());
    return new HintStart(HintEvents.hint(Hint.of(page), token), told);
  }
}
