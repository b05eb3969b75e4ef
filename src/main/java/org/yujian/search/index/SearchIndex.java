package org.yujian.search.index;

import java.util.Set;

/**
 * A search engine that keeps generations of one index. It holds nothing that cannot be made again
 * from the database.
 */
public interface SearchIndex extends AutoCloseable {

  /** Names of all generations there are, whole or not. */
  Set<String> names();

  /**
   * The generation of this name; it is created empty where there is none, or where what is there is
   * damaged.
   *
   * @param name at most 60 characters of {@code a-z 0-9 -}
   */
  IndexGeneration open(String name);

  /**
   * Deletes a generation with everything in it; none is fine. It must not be searched any more. An
   * engine that several nodes share keeps one that another node uses: ask again later.
   */
  void delete(String name);

  /** Whether other processes, maybe of another release, write to the same generations. */
  default boolean isShared() {
    return false;
  }

  /** Ends the engine's threads and frees its files; what was not committed may be lost. */
  @Override
  void close();
}
