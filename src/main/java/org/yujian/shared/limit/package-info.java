/**
 * Limits of requests per caller: one token bucket (Bucket4j) for each caller and kind of request,
 * in the memory of the node. Owns no tables.
 *
 * <p>Requests under {@code /v1/desk} and {@code /v1/me} count for their key or device, once it is
 * known ({@link org.yujian.shared.limit.CallerLimits#take}); all others count for the address of
 * the client, before anything else happens, whatever credentials they carry. Loopback addresses
 * have no limit: behind a proxy on the same machine everybody has such an address. With {@code
 * quarkus.http.proxy.proxy-address-forwarding} and trusted proxies the address is the client's.
 *
 * <p>Price: each of n nodes grants the whole limit, so a caller whose requests reach all of them
 * gets at most n times as much, and a restart fills all buckets.
 */
package org.yujian.shared.limit;
