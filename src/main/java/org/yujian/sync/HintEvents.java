package org.yujian.sync;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.yujian.change.CommittedChange;
import org.yujian.change.LogFilter;
import org.yujian.change.SyncToken;
import org.yujian.shared.json.Json;

/** Builds the server-sent events of {@code /v1/events}. */
final class HintEvents {
  private static final OutboundSseEvent HEARTBEAT =
      new OutboundSseEventImpl.BuilderImpl().comment("").build();

  private HintEvents() {}

  /** A comment line, which keeps the connection open and exposes a dead one. */
  static OutboundSseEvent heartbeat() {
    return HEARTBEAT;
  }

  /** The hint for the rows that match the filter; empty when none does. */
  static Optional<OutboundSseEvent> of(
      List<CommittedChange> rows, SyncToken token, LogFilter filter) {
    List<CommittedChange> matching = rows.stream().filter(filter::matches).toList();
    return matching.isEmpty()
        ? Optional.empty()
        : Optional.of(hint(Hint.of(matching), token.encode(filter.text())));
  }

  static OutboundSseEvent hint(Hint hint, String token) {
    return event("change", hint, token);
  }

  static OutboundSseEvent ready(String token) {
    return event("ready", Hint.NOTHING, token);
  }

  /** Sets no media type, which would add a stray line to the event. */
  private static OutboundSseEvent event(String name, Hint hint, String token) {
    return new OutboundSseEventImpl.BuilderImpl()
        .name(name)
        .id(token)
        .data(String.class, Json.text(hint))
        .build();
  }
}
