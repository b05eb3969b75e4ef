/**
 * Response cache: public reads are served from memory while the change log says that nothing they
 * depend on has changed ({@code docs/decisions/03-response-cache.md}). Owns no tables.
 *
 * <p>To have a response cached, mark the resource method {@code @PublicRead} and declare in the
 * service, where the rows are read, the scopes that they belong to: {@link
 * org.yujian.cache.Dependencies#on}. A response without scopes is computed for each request.
 * Declaring too few serves outdated responses; {@code CachedResponsesTest} compares cached with
 * fresh bytes after every kind of change.
 *
 * <p>A plain GET is served on the event loop ({@code EventLoopCache}), everything else on a worker
 * thread ({@code ResponseCacheFilter}). Price: memory for the bytes, and each node fills its own
 * cache.
 */
package org.yujian.cache;
