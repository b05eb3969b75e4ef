package org.yujian.shared.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.inject.Singleton;
import java.util.Set;
import org.yujian.shared.problem.Routes;

/**
 * Limits labels of {@code http.server.requests} to existing operations. Otherwise a request refused
 * before routing would add its raw path or method as a label.
 */
@Singleton
class RequestLabels implements MeterFilter {
  private static final String REQUESTS = "http.server.requests";
  private static final String ACTIVE = "http.server.active.";
  private static final String LIMITED = "vertx.http.connections.";
  private static final String PATH = "uri";
  private static final String METHOD = "method";
  private static final String STATUS = "status";
  private static final String OTHER = "OTHER";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** Labels that Quarkus uses instead of a path. */
  private static final Set<String> WORDS = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().equals(REQUESTS)) {
      return id;
    }
    String method = id.getTag(METHOD);
    String path = id.getTag(PATH);
    Meter.Id mapped = id;
    if (method != null && !METHODS.contains(method)) {
      mapped = mapped.withTag(Tag.of(METHOD, OTHER));
    }
    if (path != null && !WORDS.contains(path)) {
      String known = namesRoute(id) ? Routes.template(method, path).orElse(OTHER) : OTHER;
      mapped = mapped.withTag(Tag.of(PATH, known));
    }
    return mapped;
  }

  /** Whether to label by route: not for client errors, which would be too many labels. */
  private static boolean namesRoute(Meter.Id id) {
    String status = String.valueOf(id.getTag(STATUS));
    return status.startsWith("2") || status.startsWith("5");
  }

  /**
   * Denies gauges that both servers of Quarkus would share, as the second one causes a warning:
   * their port label is equal where it is 0 (in tests) or connections are limited.
   */
  @Override
  public MeterFilterReply accept(Meter.Id id) {
    boolean shared =
        id.getName().startsWith(ACTIVE) && id.getTag("server.port") == null
            || id.getName().startsWith(LIMITED) && id.getType() == Meter.Type.GAUGE;
    return shared ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
  }
}
