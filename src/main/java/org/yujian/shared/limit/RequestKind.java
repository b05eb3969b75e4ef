package org.yujian.shared.limit;

import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import java.util.Set;

/** What a request costs most of, which decides the bucket that it takes from. */
enum RequestKind {
  READ,
  WRITE,
  SEARCH,
  IMPORT,
  SYNC;

  private static final Set<String> SEARCHES =
      Set.of("/v1/search", "/v1/search/suggest", "/v1/desk/search");

  private static final Set<String> SYNCS = Set.of("/v1/sync", "/v1/me/sync");

  private static final Set<String> IMPORTS = Set.of("/v1/desk/imports", "/v1/desk/import-batches");

  static RequestKind of(HttpMethod method, String path) {
    if (SYNCS.contains(path)) {
      return SYNC;
    }
    if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
      return SEARCHES.contains(path) || path.endsWith("/similar") ? SEARCH : READ;
    }
    return IMPORTS.contains(path) ? IMPORT : WRITE;
  }

  /** Name of the policy in {@code RateLimit} fields. */
  String policy() {
    return name().toLowerCase(Locale.ROOT);
  }
}
