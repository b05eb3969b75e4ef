package org.yujian.search.index;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Changes of an index that belong together. No article is in both parts.
 *
 * @param articles those that are live, as they are now
 * @param removed those that are not live any more, with the position in the change log at which
 *     this was read
 */
public record IndexBatch(List<IndexedArticle> articles, Map<UUID, Long> removed) {

  public boolean isEmpty() {
    return articles.isEmpty() && removed.isEmpty();
  }
}
