package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.yujian.search.index.IndexGeneration;

/** This node's search index, for searches. */
@ApplicationScoped
public class CurrentIndex {

  private final SearchFeeder feeder;

  CurrentIndex(SearchFeeder feeder) {
    this.feeder = feeder;
  }

  /**
   * The index with all live articles. Empty while the first one is filled, and always with {@code
   * yujian.search.relaxed=false}. Take it once for each search: it may be replaced by another one.
   */
  public Optional<IndexGeneration> whole() {
    return feeder.served();
  }

  /**
   * Waits until the index has every change that this node knows: all that it committed itself
   * before this call, and what other nodes committed 250 ms before. Call it before a search, and
   * answer in any case.
   *
   * @return false if that took longer than {@code atMost}, or cannot be: the index is being filled,
   *     or cannot be written
   */
  public boolean catchUp(Duration atMost) {
    return feeder.catchUp(atMost);
  }
}
