package org.yujian.shared.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.yujian.shared.problem.Routes;

/**
 * Keeps the labels of {@code http.server.requests} to the routes that exist: without it the path as
 * sent, and even the method, becomes a label when a request is refused before a resource is chosen
 * or answered by the router. Also sets the buckets of its durations.
 */
@Singleton
class RequestLabels implements MeterFilter {
  private static final String REQUESTS = "http.server.requests";
  private static final String ACTIVE = "http.server.active.";
  private static final String LIMITED = "vertx.http.connections.";
  private static final String PATH = "uri";
  private static final String METHOD = "method";
  private static final String OTHER = "OTHER";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** What Quarkus itself says in place of a path. */
  private static final Set<String> WORDS = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

  /** From what memory answers to what hangs. */
  private static final double[] BUCKETS =
      DoubleStream.of(
              0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5,
              5, 10)
          .map(seconds -> seconds * Duration.ofSeconds(1).toNanos())
          .toArray();

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
      mapped = mapped.withTag(Tag.of(PATH, Routes.template(path).orElse(OTHER)));
    }
    return mapped;
  }

  /**
   * Quarkus tells its two servers apart by the port that was asked for, and not at all where that
   * is 0, in tests, or where connections are limited: of the second one's gauges nothing is left
   * but a warning.
   */
  @Override
  public MeterFilterReply accept(Meter.Id id) {
    boolean shared =
        id.getName().startsWith(ACTIVE) && id.getTag("server.port") == null
            || id.getName().startsWith(LIMITED) && id.getType() == Meter.Type.GAUGE;
    return shared ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
  }

  @Override
  public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
    return id.getName().equals(REQUESTS)
        ? DistributionStatisticConfig.builder()
            .serviceLevelObjectives(BUCKETS)
            .build()
            .merge(config)
        : config;
  }
}
