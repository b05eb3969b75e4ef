package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.yujian.cache.Dependencies;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** This node's search index, for searches. */
@ApplicationScoped
public class CurrentIndex {

  /** As long as a search waits for the index to have what was published before it. */
  private static final Duration CATCH_UP = Duration.ofSeconds(1);

  private static final String RETRY_SECONDS = "5";

  private final SearchFeeder feeder;
  private final Dependencies dependencies;

  CurrentIndex(SearchFeeder feeder, Dependencies dependencies) {
    this.feeder = feeder;
    this.dependencies = dependencies;
  }

  /**
   * Searches, after the index has every change that this node knows. An answer of an index that is
   * behind is not kept by caches. Begin a database snapshot before, so that it is not newer than
   * the index.
   *
   * @throws Problem {@code search-unavailable} while the first index is filled, and when the engine
   *     does not answer
   */
  public <T> T search(Function<IndexGeneration, T> search) {
    return search(caughtUp().orElseThrow(this::unavailable), search);
  }

  /**
   * As {@link #search(Function)}, for what is worth an answer while the first index is filled.
   *
   * @param without the result until then
   */
  public <T> T search(T without, Function<IndexGeneration, T> search) {
    return caughtUp().map(index -> search(index, search)).orElse(without);
  }

  private Optional<IndexGeneration> caughtUp() {
    if (!catchUp(CATCH_UP) || !feeder.progress().whole()) {
      // No row of the change log will say when the index has got there, or is replaced.
      dependencies.uncacheable();
    }
    return whole();
  }

  private <T> T search(IndexGeneration index, Function<IndexGeneration, T> search) {
    try {
      return search.apply(index);
    } catch (IndexUnavailable away) {
      throw unavailable().causedBy(away);
    }
  }

  private Problem unavailable() {
    FillingProgress progress = feeder.progress();
    boolean fills = !progress.whole() && !feeder.failing();
    Problem problem =
        fills
            ? ProblemCode.SEARCH_UNAVAILABLE.problem(progress.percent())
            : ProblemCode.SEARCH_UNAVAILABLE.problem();
    return problem.header("Retry-After", RETRY_SECONDS);
  }

  /**
   * The index with all live articles. Empty while the first one is filled. Take it once for each
   * search: it may be replaced by another one.
   */
  public Optional<IndexGeneration> whole() {
    return feeder.served();
  }

  /**
   * Waits until the index has every change that this node knows: all that it committed itself
   * before this call, and what other nodes committed 250 ms before. Call it before a search, and
   * answer in any case. A previous index that is still searched has every change, too, but articles
   * of older rules as they were.
   *
   * @return false if that took longer than {@code atMost}, or cannot be: the first index is being
   *     filled, or it cannot be written
   */
  public boolean catchUp(Duration atMost) {
    return feeder.catchUp(atMost);
  }
}
