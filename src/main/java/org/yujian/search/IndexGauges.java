package org.yujian.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;
import org.yujian.search.index.IndexUnavailable;

/** Gauges {@code yujian_search_index_*} of this node's search index; none without the index. */
@ApplicationScoped
class IndexGauges {

  private final SearchFeeder feeder;
  private final MeterRegistry registry;

  IndexGauges(SearchFeeder feeder, MeterRegistry registry) {
    this.feeder = feeder;
    this.registry = registry;
  }

  void register(@Observes StartupEvent start) {
    if (feeder.enabled()) {
      gauge("articles", "Articles that searches of the index can find", IndexGauges::articles);
      gauge(
          "behind", "Numbers of the change log that the index does not have", SearchFeeder::behind);
      gauge(
          "filled",
          "Percent of a new index that is filled; 100 when searches use it",
          one -> one.progress().percent());
    }
  }

  private static double articles(SearchFeeder feeder) {
    try {
      return feeder.served().map(index -> (double) index.size()).orElse(0.0);
    } catch (IndexUnavailable away) {
      return Double.NaN;
    }
  }

  private void gauge(String name, String description, ToDoubleFunction<SearchFeeder> value) {
    Gauge.builder("yujian.search.index." + name, feeder, value)
        .description(description)
        .register(registry);
  }
}
