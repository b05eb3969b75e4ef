package org.yujian.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.yujian.change.LogFilter;
import org.yujian.change.LogPage;
import org.yujian.change.LogPages;
import org.yujian.change.SyncToken;
import org.yujian.change.Tailer;

/**
 * Where a client of live hints begins: now, or behind the last event it got. Either is bounded by
 * what this node's tailer has read, since sync on this node may answer by that: a hint that is
 * ahead of it would make the client ask for nothing.
 */
@ApplicationScoped
class HintService {

  @Inject LogPages log;
  @Inject LiveHints hints;
  @Inject Tailer tailer;

  /**
   * @param last the id of the last event; null or empty to begin now
   * @throws org.yujian.shared.problem.Problem {@code sync-token-expired} when it cannot be resumed
   */
  Multi<OutboundSseEvent> stream(LogFilter filter, String last) {
    if (last == null || last.isEmpty()) {
      return hints.stream(filter, () -> begun(filter));
    }
    SyncToken token = SyncToken.decode(last, filter.text());
    // Once before the answer begins, while it can still say no; then again when registered.
    resumed(token, filter);
    return hints.stream(filter, () -> resumed(token, filter));
  }

  private HintStart begun(LogFilter filter) {
    SyncToken now =
        tailer.position().orElseGet(() -> QuarkusTransaction.requiringNew().call(log::newest));
    return new HintStart(HintEvents.ready(now.encode(filter.text())), now.seq());
  }

  private HintStart resumed(SyncToken last, LogFilter filter) {
    // Before the log is read: what the tailer reads afterwards, it tells itself.
    SyncToken known = tailer.position().orElse(null);
    LogPage page =
        QuarkusTransaction.requiringNew()
            .call(() -> log.read(last, filter, Hint.MOST, known))
            .orElseThrow(() -> SyncService.expired(filter));
    String token = page.token().encode(filter.text());
    if (page.rows().isEmpty() && !page.more()) {
      return new HintStart(HintEvents.ready(token), page.token().seq());
    }
    // A hint with more behind it speaks for all that this node knows.
    long told = Math.max(page.token().seq(), known == null ? 0 : known.seq());
    return new HintStart(HintEvents.hint(Hint.of(page), token), told);
  }
}
