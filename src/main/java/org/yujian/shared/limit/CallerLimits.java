package org.yujian.shared.limit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.yujian.shared.order.Stations;
import org.yujian.shared.problem.ProblemAnswer;
import org.yujian.shared.settings.Settings;

/**
 * Refuses with 429 what a caller sends beyond its limits, and tells callers what is left in the
 * fields {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers).
 */
@ApplicationScoped
public class CallerLimits {

  /** How a caller is known. */
  public enum Caller {
    ADDRESS,
    DEVICE,
    KEY
  }

  private static final Duration PER = Duration.ofMinutes(1);

  private final Map<Caller, Map<RequestKind, TokenBuckets>> limits = new EnumMap<>(Caller.class);

  CallerLimits(Settings settings) {
    Settings.Limits each = settings.limits();
    if (each.enabled()) {
      limit(Caller.ADDRESS, RequestKind.READ, each.addressReads());
      limit(Caller.ADDRESS, RequestKind.WRITE, each.addressWrites());
      limit(Caller.ADDRESS, RequestKind.SEARCH, each.addressSearches());
      limit(Caller.ADDRESS, RequestKind.SYNC, each.addressSyncs());
      limit(Caller.DEVICE, RequestKind.READ, each.deviceReads());
      limit(Caller.DEVICE, RequestKind.WRITE, each.deviceWrites());
      limit(Caller.DEVICE, RequestKind.SYNC, each.deviceSyncs());
      limit(Caller.KEY, RequestKind.READ, each.keyReads());
      limit(Caller.KEY, RequestKind.WRITE, each.keyWrites());
      limit(Caller.KEY, RequestKind.SEARCH, each.keySearches());
      limit(Caller.KEY, RequestKind.IMPORT, each.keyImports());
    }
  }

  private void limit(Caller caller, RequestKind kind, int perMinute) {
    if (perMinute > 0) {
      limits
          .computeIfAbsent(caller, c -> new EnumMap<>(RequestKind.class))
          .put(kind, new TokenBuckets(perMinute, PER));
    }
  }

  void install(@Observes Filters filters) {
    if (!limits.isEmpty()) {
      filters.register(this::admitAddress, Stations.ADDRESS_LIMIT);
    }
  }

  private void admitAddress(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (countsForCredentials(request.path())) {
      context.next();
      return;
    }
    String address = ClientAddress.of(request);
    if (ClientAddress.isLoopback(address)) {
      context.next();
      return;
    }
    BucketState state = take(Caller.ADDRESS, address, request);
    if (state.taken()) {
      context.next();
    } else {
      ProblemAnswer.send(state.refusal(), context);
    }
  }

  /** Whether the request counts for its key or device once that is known. */
  private static boolean countsForCredentials(String path) {
    return path.startsWith("/v1/desk/") || path.startsWith("/v1/me/") || path.equals("/v1/me");
  }

  /**
   * Takes a token of this caller for this request, and sets the response's {@code RateLimit}
   * fields.
   *
   * @param id address, or id of the device or key
   */
  public BucketState take(Caller caller, String id, HttpServerRequest request) {
    RequestKind kind = RequestKind.of(request.method(), request.path());
    TokenBuckets buckets = limits.getOrDefault(caller, Map.of()).get(kind);
    if (buckets == null) {
      return BucketState.UNLIMITED;
    }
    BucketState state = buckets.take(id);
    // Most clients without credentials never get near the limit, and the fields cost bytes.
    if (caller != Caller.ADDRESS || state.remaining() < buckets.size() / 2) {
      describe(kind, buckets, state, request.response());
    }
    return state;
  }

  private static void describe(
      RequestKind kind, TokenBuckets buckets, BucketState state, HttpServerResponse response) {
    String name = '"' + kind.policy() + '"';
    long window = buckets.per().toSeconds();
    response.putHeader("RateLimit-Policy", name + ";q=" + buckets.size() + ";w=" + window);
    String remaining = name + ";r=" + state.remaining();
    String left = state.taken() ? remaining : remaining + ";t=" + state.waitSeconds();
    response.putHeader("RateLimit", left);
  }
}
