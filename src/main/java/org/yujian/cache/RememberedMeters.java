package org.yujian.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How much comes from memory: {@code yujian_remembered_*} on the management port. */
@Singleton
class RememberedMeters {

  /** What became of a question to the memory. */
  enum Found {
    /** It stood there and is still true. */
    HIT,
    /** It stood there, but something it depends on has changed. */
    OUTDATED,
    /** It did not stand there. */
    ABSENT,
    /** Another request was making the same, and its answer served both: counted beside the miss. */
    SHARED
  }

  private final Map<Found, Counter> found = new EnumMap<>(Found.class);
  private final Counter made;
  private final Counter hot;

  @Inject
  RememberedMeters(MeterRegistry registry) {
    for (Found one : Found.values()) {
      found.put(
          one,
          Counter.builder("yujian.remembered.lookups")
              .description("Questions to the memory of answers, by what was found")
              .tag("result", one.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    made =
        Counter.builder("yujian.remembered.made")
            .description("Answers that were made anew and remembered")
            .register(registry);
    hot =
        Counter.builder("yujian.remembered.hot")
            .description("Answers from memory on the event loop, without a change of thread")
            .register(registry);
  }

  /** Sent on the event loop. */
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
