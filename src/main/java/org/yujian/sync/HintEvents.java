package org.yujian.sync;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.yujian.change.CommittedChange;
import org.yujian.change.LogFilter;
import org.yujian.change.SyncToken;
import org.yujian.shared.json.Json;

/** Server-sent events as the contract names them. */
final class HintEvents {
  private static final OutboundSseEvent HEARTBEAT =
      new OutboundSseEventImpl.BuilderImpl().comment("").build();

  private HintEvents() {}

  /** A comment: keeps connections open, and lets nobody wait on a dead one. */
  static OutboundSseEvent heartbeat() {
    return HEARTBEAT;
  }

  /** The hint of what a client with this filter is told of rows; empty where nothing matches. */
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

  /** The first event of everybody who begins now. */
  static OutboundSseEvent ready(String token) {
    return event("ready", Hint.NOTHING, token);
  }

  /** Without a media type: with one, a stray line comes into the event. */
  private static OutboundSseEvent event(String name, Hint hint, String token) {
    return new OutboundSseEventImpl.BuilderImpl()
        .name(name)
        .id(token)
        .data(String.class, Json.text(hint))
        .build();
  }
}
