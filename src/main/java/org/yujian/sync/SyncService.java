package org.yujian.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yujian.change.ChangedThing;
import org.yujian.change.LogFilter;
import org.yujian.change.LogPage;
import org.yujian.change.LogPages;
import org.yujian.change.SyncToken;
import org.yujian.change.Tailer;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.transaction.ReadSnapshot;

/** Returns changes since a token, or everything; log and content come from one snapshot. */
@ApplicationScoped
class SyncService {
  private static final String NOW = "now";
  private static final int TYPES = ChangedThing.values().length;

  private final LogPages log;
  private final Tailer tailer;
  private final ReadSnapshot snapshot;
  private final SyncChanges changes;

  SyncService(LogPages log, Tailer tailer, ReadSnapshot snapshot, SyncChanges changes) {
    this.log = log;
    this.tailer = tailer;
    this.snapshot = snapshot;
    this.changes = changes;
  }

  SyncPage read(String since, LogFilter filter, int limit) {
    String filters = filter.text();
    if (NOW.equals(since)) {
      SyncToken now = tailer.newest().orElseGet(this::newest);
      return SyncPage.of(List.of(), now.encode(filters), false);
    }
    SyncToken token = since == null ? null : SyncToken.decode(since, filters);
    if (token != null && tailer.newest().filter(token::equals).isPresent()) {
      // The tailer has just read the log up to this token, so no statement is needed.
      return SyncPage.of(List.of(), since, false);
    }
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              snapshot.begin();
              return page(token, filter, limit);
            });
  }

  private SyncToken newest() {
    return QuarkusTransaction.requiringNew().call(log::newest);
  }

  private SyncPage page(SyncToken since, LogFilter filter, int limit) {
    Optional<LogPage> page = log.read(since, filter, limit);
    LogPage found = page.orElseThrow(() -> expired(filter));
    return SyncPage.of(
        changes.of(found.rows().stream().map(ChangedRef::of).toList(), filter),
        found.token().encode(filter.text()),
        found.more());
  }

  static Problem expired(LogFilter filter) {
    Problem problem = ProblemCode.SYNC_TOKEN_EXPIRED.problem();
    // This many accounts fit only in a POST, which the client repeats without the token.
    return filter.accounts().size() > SyncFilters.IN_ADDRESS
        ? problem
        : problem.with("restart", restart(filter));
  }

  private static String restart(LogFilter filter) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!filter.types().isEmpty() && filter.types().size() < TYPES) {
      parameters.put(
          "types",
          filter.types().stream()
              .map(ChangedThing::type)
              .sorted()
              .collect(Collectors.joining(",")));
    }
    if (!filter.accounts().isEmpty()) {
      parameters.put(
          "accounts",
          new TreeSet<>(filter.accounts())
              .stream().map(UUID::toString).collect(Collectors.joining(",")));
    }
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "/v1/sync?", ""))
        .replaceFirst("\\?$", "");
  }
}
