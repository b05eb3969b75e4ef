/**
 * Response cache: public reads are served from memory while the change log says that nothing they
 * depend on has changed (design E1–E6). Owns no tables.
 *
 * <p>To have a response cached, mark the resource method {@code @PublicRead} and declare in the
 * service, where the rows are read, the scopes that they belong to: {@link
 * org.yujian.cache.Dependencies#on}. A response without scopes is computed for each request, so
 * declaring none costs time but never serves an outdated response; declaring too few does. {@code
 * CachedResponsesTest} compares cached with fresh bytes after every kind of change.
 *
 * <p>A plain GET is served on the event loop before JAX-RS ({@code EventLoopCache}); pages,
 * requests with keys and everything unusual use the same cache on a worker thread ({@code
 * ResponseCacheFilter}).
 *
 * <p>There is no manual invalidation: a node that reads the log knows at once what is outdated. A
 * node that has not read it for a second stops using its cache, except while the database is away:
 * then it serves what it has for up to an hour. Personal and desk responses are never cached.
 * Price: memory for the bytes, and each node fills its own cache.
 */
package org.yujian.cache;
