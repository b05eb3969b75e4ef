package org.yujian.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Cache metrics, {@code yujian_response_cache_*} on the management port. */
@Singleton
class CacheMeters {

  enum Found {
    HIT,
    /** A response was found, but one of its scopes has changed. */
    OUTDATED,
    ABSENT,
    /** Computed by another request at the same time; counted in addition to the miss. */
    SHARED
  }

  private final Map<Found, Counter> found = new EnumMap<>(Found.class);
  private final Counter made;
  private final Counter hot;

  @Inject
  CacheMeters(MeterRegistry registry) {
    for (Found one : Found.values()) {
      found.put(
          one,
          Counter.builder("yujian.response.cache.lookups")
              .description("Lookups in the response cache, by result")
              .tag("result", one.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    made =
        Counter.builder("yujian.response.cache.stored")
            .description("Responses that were computed and cached")
            .register(registry);
    hot =
        Counter.builder("yujian.response.cache.event.loop")
            .description("Answers from memory on the event loop, without a change of thread")
            .register(registry);
  }

  void hot() {
    hot.increment();
  }

  void count(Found one) {
    found.get(one).increment();
  }

  void made() {
    made.increment();
  }
}
