package org.yujian.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.yujian.cache.CacheMeters.Found;
import org.yujian.change.ChangeConsumer;
import org.yujian.change.LogBatch;
import org.yujian.change.Tailer;
import org.yujian.shared.settings.Settings;

/**
 * Stores public responses, bounded in bytes, and decides which ones may still be served: those
 * whose scopes have not changed in the log ({@code docs/decisions/03-response-cache.md}).
 */
@ApplicationScoped
public class ResponseCache implements ChangeConsumer {

  private static final Logger LOG = Logger.getLogger(ResponseCache.class);

  /** How long to serve outdated responses while the database is away (RFC 5861). */
  private static final Duration STALE_IF_ERROR = Duration.ofHours(1);

  /** A response above this fraction of the capacity would evict too many others. */
  private static final int LARGEST_PART = 32;

  private final Tailer tailer;
  private final CacheMeters meters;
  private final long largest;
  private final Cache<String, CachedResponse> answers;

  @Inject
  ResponseCache(Tailer tailer, Settings settings, CacheMeters meters, MeterRegistry registry) {
    this.tailer = tailer;
    this.meters = meters;
    long capacity = size(settings).asLongValue();
    this.largest = capacity / LARGEST_PART;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(capacity)
            // Caffeine's maintenance takes a few steps; waking another thread costs more.
            .executor(Runnable::run)
            .weigher((String key, CachedResponse answer) -> key.length() * 2 + answer.weight())
            .build();
    Gauge.builder("yujian.response.cache.bytes", answers, ResponseCache::weight)
        .baseUnit("bytes")
        .description("Approximate memory of cached responses")
        .register(registry);
  }

  /** The configured size, from the new or the old setting. */
  static MemorySize size(Settings settings) {
    Optional<MemorySize> old = settings.rememberedBytes();
    old.ifPresent(
        size ->
            LOG.warn(
                "yujian.remembered-bytes is now yujian.response-cache-size; 0.8 ignores the old"
                    + " name"));
    return old.orElseGet(settings::responseCacheSize);
  }

  private static double weight(Cache<String, CachedResponse> answers) {
    return answers.policy().eviction().map(all -> all.weightedSize().orElse(0)).orElse(0L);
  }

  /** Like {@link #find}, which counts the miss, but also serves while the database is away. */
  Optional<CachedResponse> hot(String key) {
    CachedResponse answer = answers.getIfPresent(key);
    Optional<CachedResponse> good = ifTrue(answer);
    if (good.isEmpty()) {
      good = ifCutOff(answer);
    }
    good.ifPresent(found -> meters.count(Found.HIT));
    return good;
  }

  /** The cached response, even if outdated: a sign that the address is in demand. */
  Optional<CachedResponse> outdated(String key) {
    return Optional.ofNullable(answers.getIfPresent(key));
  }

  /** The cached response if still valid; counts a hit or a miss. */
  Optional<CachedResponse> find(String key) {
    CachedResponse answer = answers.getIfPresent(key);
    Optional<CachedResponse> good = ifTrue(answer);
    meters.count(answer == null ? Found.ABSENT : good.isPresent() ? Found.HIT : Found.OUTDATED);
    return good;
  }

  private Optional<CachedResponse> ifTrue(CachedResponse answer) {
    return Optional.ofNullable(answer)
        .filter(found -> tailer.holds(found.position(), found.scopes()));
  }

  /** The last known response, while the database is away. */
  Optional<CachedResponse> ifCutOff(String key) {
    return ifCutOff(answers.getIfPresent(key));
  }

  private Optional<CachedResponse> ifCutOff(CachedResponse answer) {
    return Optional.ofNullable(answer)
        .filter(found -> tailer.cutOff(STALE_IF_ERROR))
        .filter(found -> tailer.unchanged(found.position(), found.scopes()));
  }

  /** A response that another request has just made, if still valid. */
  Optional<CachedResponse> ifShared(CachedResponse made) {
    Optional<CachedResponse> good = ifTrue(made);
    good.ifPresent(shared -> meters.count(Found.SHARED));
    return good;
  }

  Making begin(String key) {
    return new Making(key, tailer.position());
  }

  /** Stores a response, but never replaces one made from a later state. */
  void made(String key, CachedResponse answer) {
    if (answer.weight() > largest) {
      answers.invalidate(key);
      return;
    }
    meters.made();
    answers
        .asMap()
        .merge(key, answer, (old, made) -> made.position().isBefore(old.position()) ? old : made);
  }

  void gone(String key) {
    answers.invalidate(key);
  }

  @Override
  public void tailed(LogBatch batch) {
    if (batch.reset()) {
      forget();
    }
  }

  /** Empties the cache, for a new log and for tests that change tables by hand. */
  public void forget() {
    answers.invalidateAll();
  }
}
