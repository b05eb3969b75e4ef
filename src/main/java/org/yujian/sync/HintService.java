package org.yujian.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Optional;
import org.yujian.change.LogFilter;
import org.yujian.change.LogPage;
import org.yujian.change.LogPages;
import org.yujian.change.SyncToken;

/** Where a client of live hints begins: now, or behind the last event it got. */
@ApplicationScoped
class HintService {

  @Inject LogPages log;
  @Inject LiveHints hints;

  /**
   * @param last the id of the last event; null or empty to begin now
   * @throws org.yujian.shared.problem.Problem {@code sync-token-expired} when it cannot be resumed
   */
  Multi<OutboundSseEvent> stream(LogFilter filter, String last) {
    if (last == null || last.isEmpty()) {
      return hints.stream(
          filter,
          () ->
              HintEvents.ready(
                  QuarkusTransaction.requiringNew().call(log::newest).encode(filter.text())));
    }
    SyncToken token = SyncToken.decode(last, filter.text());
    // Once before the answer begins, while it can still say no; then again when registered.
    missed(token, filter).orElseThrow(() -> SyncService.expired(filter));
    return hints.stream(
        filter,
        () ->
            missed(token, filter)
                .map(page -> resumed(page, filter))
                .orElseThrow(() -> SyncService.expired(filter)));
  }

  private static OutboundSseEvent resumed(LogPage page, LogFilter filter) {
    String token = page.token().encode(filter.text());
    return page.rows().isEmpty() && !page.more()
        ? HintEvents.ready(token)
        : HintEvents.hint(Hint.of(page), token);
  }

  private Optional<LogPage> missed(SyncToken token, LogFilter filter) {
    return QuarkusTransaction.requiringNew().call(() -> log.read(token, filter, Hint.MOST));
  }
}
