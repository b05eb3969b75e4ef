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
import org.yujian.cache.RememberedMeters.Found;
import org.yujian.change.ChangeConsumer;
import org.yujian.change.Moment;
import org.yujian.change.Tailed;
import org.yujian.change.Tailer;
import org.yujian.shared.settings.Settings;

/**
 * The store, bounded in bytes, and the making of what it does not hold: once per key and moment.
 */
@ApplicationScoped
public class RememberedAnswers implements ChangeConsumer {

  /** Who waits for another's work longer than this does it himself. */
  private static final long PATIENCE_SECONDS = 2;

  /**
   * How long a node answers from memory while it cannot read the database (design section 9, RFC
   * 5861); then it says so.
   */
  private static final Duration STALE_IF_ERROR = Duration.ofHours(1);

  /** No answer may push out more than this part of all others. */
  private static final int LARGEST_PART = 32;

  private final Tailer tailer;
  private final RememberedMeters meters;
  private final long largest;
  private final Cache<String, RememberedAnswer> answers;
  private final Map<Making, CompletableFuture<RememberedAnswer>> making = new ConcurrentHashMap<>();

  /** One making of an answer; {@code moment} was taken before anything is read. */
  record Making(String key, Moment moment) {}

  @Inject
  RememberedAnswers(
      Tailer tailer, Settings settings, RememberedMeters meters, MeterRegistry registry) {
    this.tailer = tailer;
    this.meters = meters;
    long capacity = settings.rememberedBytes().asLongValue();
    this.largest = capacity / LARGEST_PART;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(capacity)
            // Its housekeeping is a few steps; waking another thread for them costs more.
            .executor(Runnable::run)
            .weigher((String key, RememberedAnswer answer) -> key.length() * 2 + answer.weight())
            .build();
    Gauge.builder("yujian.remembered.bytes", answers, RememberedAnswers::weight)
        .baseUnit("bytes")
        .description("Memory that remembered answers take, about")
        .register(registry);
  }

  private static double weight(Cache<String, RememberedAnswer> answers) {
    return answers.policy().eviction().map(all -> all.weightedSize().orElse(0)).orElse(0L);
  }

  /** What may still be served (E4); who does not find it here asks {@link #find} later. */
  Optional<RememberedAnswer> hot(String key) {
    RememberedAnswer answer = answers.getIfPresent(key);
    Optional<RememberedAnswer> good = ifTrue(answer);
    if (good.isEmpty()) {
      // While the database is away nobody could make it anew.
      good = ifCutOff(answer);
    }
    good.ifPresent(found -> meters.count(Found.HIT));
    return good;
  }

  /** What {@link #hot} does not serve: somebody asked before, and more will. */
  Optional<RememberedAnswer> outdated(String key) {
    return Optional.ofNullable(answers.getIfPresent(key));
  }

  /** What may still be served (E4). */
  Optional<RememberedAnswer> find(String key) {
    RememberedAnswer answer = answers.getIfPresent(key);
    Optional<RememberedAnswer> good = ifTrue(answer);
    meters.count(answer == null ? Found.ABSENT : good.isPresent() ? Found.HIT : Found.OUTDATED);
    return good;
  }

  private Optional<RememberedAnswer> ifTrue(RememberedAnswer answer) {
    return Optional.ofNullable(answer)
        .filter(found -> tailer.holds(found.moment(), found.scopes()));
  }

  /** The last that is known, when it could not be made anew because the database is away. */
  Optional<RememberedAnswer> ifCutOff(String key) {
    return ifCutOff(answers.getIfPresent(key));
  }

  private Optional<RememberedAnswer> ifCutOff(RememberedAnswer answer) {
    return Optional.ofNullable(answer)
        .filter(found -> tailer.cutOff(STALE_IF_ERROR))
        .filter(found -> tailer.unchanged(found.moment(), found.scopes()));
  }

  /**
   * Begins to make an answer, or waits for the one who makes the same at the same moment; empty:
   * the caller makes it, and must call {@link #made} or {@link #failed} for {@code making}.
   */
  Optional<RememberedAnswer> await(Making wanted) {
    CompletableFuture<RememberedAnswer> mine = new CompletableFuture<>();
    CompletableFuture<RememberedAnswer> other = making.putIfAbsent(wanted, mine);
    if (other == null) {
      return Optional.empty();
    }
    try {
      Optional<RememberedAnswer> good = ifTrue(other.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
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

  /** Never replaces what was made from a later state (E3). */
  void made(Making done, RememberedAnswer answer) {
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

  /** There is no such thing any more: nobody is to wait for the next answer. */
  void gone(Making done) {
    answers.invalidate(done.key());
    failed(done);
  }

  /** There is nothing to remember: an error, or an answer that does not say what it depends on. */
  void failed(Making done) {
    release(done, null);
  }

  private void release(Making done, RememberedAnswer answer) {
    CompletableFuture<RememberedAnswer> waiting = making.remove(done);
    if (waiting != null) {
      waiting.complete(answer);
    }
  }

  /** Another server, another history: what was remembered belongs to the one before. */
  @Override
  public void tailed(Tailed batch) {
    if (batch.reset()) {
      forget();
    }
  }

  /** Empties the store. Only a new history asks for it, and tests that change tables by hand. */
  public void forget() {
    answers.invalidateAll();
  }
}
