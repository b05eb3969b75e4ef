package org.yujian.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yujian.cache.CacheMeters.Found;
import org.yujian.change.ChangeConsumer;
import org.yujian.change.LogBatch;
import org.yujian.change.LogPosition;
import org.yujian.change.Tailer;
import org.yujian.shared.settings.Settings;

/** Stores responses, bounded in bytes; a missing one is computed once per key and log position. */
@ApplicationScoped
public class ResponseCache implements ChangeConsumer {

  /** Longest wait for another request; afterwards the caller computes the response itself. */
  private static final long PATIENCE_SECONDS = 2;

  /** How long to serve while the database cannot be read (design section 9, RFC 5861). */
  private static final Duration STALE_IF_ERROR = Duration.ofHours(1);

  /** A response above this fraction of the capacity would evict too many others. */
  private static final int LARGEST_PART = 32;

  private final Tailer tailer;
  private final CacheMeters meters;
  private final long largest;
  private final Cache<String, CachedResponse> answers;
  private final Map<Making, CompletableFuture<CachedResponse>> making = new ConcurrentHashMap<>();

  /** One computation of a response; {@code moment} is captured before anything is read. */
  record Making(String key, LogPosition moment) {}

  @Inject
  ResponseCache(Tailer tailer, Settings settings, CacheMeters meters, MeterRegistry registry) {
    this.tailer = tailer;
    this.meters = meters;
    long capacity = settings.rememberedBytes().asLongValue();
    this.largest = capacity / LARGEST_PART;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(capacity)
            // Caffeine's maintenance takes a few steps; waking another thread for it costs more.
            .executor(Runnable::run)
            .weigher((String key, CachedResponse answer) -> key.length() * 2 + answer.weight())
            .build();
    Gauge.builder("yujian.remembered.bytes", answers, ResponseCache::weight)
        .baseUnit("bytes")
        .description("Approximate memory of cached responses")
        .register(registry);
  }

  private static double weight(Cache<String, CachedResponse> answers) {
    return answers.policy().eviction().map(all -> all.weightedSize().orElse(0)).orElse(0L);
  }

  /** A response that may be served (design E4). Misses count in {@link #find}, which follows. */
  Optional<CachedResponse> hot(String key) {
    CachedResponse answer = answers.getIfPresent(key);
    Optional<CachedResponse> good = ifTrue(answer);
    if (good.isEmpty()) {
      // While the database is away, the response cannot be computed again.
      good = ifCutOff(answer);
    }
    good.ifPresent(found -> meters.count(Found.HIT));
    return good;
  }

  /** The cached response, even if outdated: its address was requested before and will be again. */
  Optional<CachedResponse> outdated(String key) {
    return Optional.ofNullable(answers.getIfPresent(key));
  }

  /** The cached response, if it may still be served (design E4); counts the lookup. */
  Optional<CachedResponse> find(String key) {
    CachedResponse answer = answers.getIfPresent(key);
    Optional<CachedResponse> good = ifTrue(answer);
    meters.count(answer == null ? Found.ABSENT : good.isPresent() ? Found.HIT : Found.OUTDATED);
    return good;
  }

  private Optional<CachedResponse> ifTrue(CachedResponse answer) {
    return Optional.ofNullable(answer)
        .filter(found -> tailer.holds(found.moment(), found.scopes()));
  }

  /** The last known response, when it cannot be computed again because the database is away. */
  Optional<CachedResponse> ifCutOff(String key) {
    return ifCutOff(answers.getIfPresent(key));
  }

  private Optional<CachedResponse> ifCutOff(CachedResponse answer) {
    return Optional.ofNullable(answer)
        .filter(found -> tailer.cutOff(STALE_IF_ERROR))
        .filter(found -> tailer.unchanged(found.moment(), found.scopes()));
  }

  /**
   * Waits for a request that computes the same at the same log position. When empty, the caller
   * computes, and must call {@link #made} or {@link #failed} with {@code wanted}.
   */
  Optional<CachedResponse> await(Making wanted) {
    CompletableFuture<CachedResponse> mine = new CompletableFuture<>();
    CompletableFuture<CachedResponse> other = making.putIfAbsent(wanted, mine);
    if (other == null) {
      return Optional.empty();
    }
    try {
      Optional<CachedResponse> good = ifTrue(other.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      good.ifPresent(shared -> meters.count(Found.SHARED));
      return good;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException alone) {
      return Optional.empty();
    }
  }

  Making begin(String key) {
    return new Making(key, tailer.moment());
  }

  /** Stores a response, but never replaces one made from a later state (design E3). */
  void made(Making done, CachedResponse answer) {
    if (answer.weight() <= largest) {
      meters.made();
      answers
          .asMap()
          .merge(
              done.key(), answer, (old, made) -> made.moment().isBefore(old.moment()) ? old : made);
    } else {
      answers.invalidate(done.key());
    }
    release(done, answer);
  }

  /** Removes the response of a resource that no longer exists, and releases waiting requests. */
  void gone(Making done) {
    answers.invalidate(done.key());
    failed(done);
  }

  /** Releases waiting requests after an error, or when no dependencies are known. */
  void failed(Making done) {
    release(done, null);
  }

  private void release(Making done, CachedResponse answer) {
    CompletableFuture<CachedResponse> waiting = making.remove(done);
    if (waiting != null) {
      waiting.complete(answer);
    }
  }

  /** Empties the cache when the log is a different one. */
  @Override
  public void tailed(LogBatch batch) {
    if (batch.reset()) {
      forget();
    }
  }

  /** Empties the cache. Only for a new log, and for tests that change tables by hand. */
  public void forget() {
    answers.invalidateAll();
  }
}
