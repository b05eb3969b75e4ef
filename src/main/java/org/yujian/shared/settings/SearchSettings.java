package org.yujian.shared.settings;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Searching for articles: {@code yujian.search.…}. */
public interface SearchSettings {

  /** Whether a question that few articles answer exactly is widened. */
  @WithDefault("true")
  boolean relaxed();

  /** A server for the index of all nodes, instead of the folder {@code search} on each. */
  OpenSearch opensearch();

  /** Access to an OpenSearch cluster; off unless its address is set. */
  interface OpenSearch {

    /** Address of a node, or of a proxy before the cluster, such as {@code https://search:9200}. */
    Optional<String> url();

    Optional<String> user();

    Optional<String> password();

    /** Begin of the names of all indexes, at most 40 characters of {@code a-z 0-9 -}. */
    @WithDefault("yujian")
    String prefix();
  }
}
