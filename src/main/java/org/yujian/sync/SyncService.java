package org.yujian.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/**
 * What changed since a token, or everything there is: rows of the log and content of one moment.
 */
@ApplicationScoped
class SyncService {
  private static final String NOW = "now";
  private static final int TYPES = ChangedThing.values().length;

  @Inject LogPages log;
  @Inject Tailer tailer;
  @Inject ReadSnapshot snapshot;
  @Inject SyncChanges changes;

  /**
   * @param since null for a full snapshot
   */
  SyncPage read(String since, LogFilter filter, int limit) {
    String filters = filter.text();
    if (NOW.equals(since)) {
      SyncToken now = tailer.newest().orElseGet(this::newest);
      return SyncPage.of(List.of(), now.encode(filters), false);
    }
    SyncToken token = since == null ? null : SyncToken.decode(since, filters);
    if (token != null && tailer.newest().filter(token::equals).isPresent()) {
      // This node has just looked: there is nothing new, and no statement to pay for it.
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
        changes.of(found.rows().stream().map(Touched::of).toList(), filter),
        found.token().encode(filter.text()),
        found.more());
  }

  /** The token is of another history or too old. */
  static Problem expired(LogFilter filter) {
    Problem problem = ProblemCode.SYNC_TOKEN_EXPIRED.problem();
    // Of so many accounts asks who asks by POST, and sends the same again.
    return filter.accounts().size() > SyncFilters.IN_ADDRESS
        ? problem
        : problem.with("restart", restart(filter));
  }

  /** The address of a full snapshot with the same filters. */
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
