/**
 * Requests to servers of others, and the secrets for them: used by webhooks and Web Push, later by
 * WebSub. Owns the table {@code secret_check}.
 *
 * <p>{@link org.yujian.delivery.OutgoingHttp} is the only way out. The address is chosen by
 * somebody else, so it could be one of the local network: the client resolves the name itself,
 * refuses unless every address is public, and connects to the address that it checked. Price:
 * HTTP/1.1 only, and a proxy for outgoing requests is not supported.
 *
 * <p>{@link org.yujian.delivery.DeliveryLoop} is the sending half of background work: claim with a
 * lease, send through {@link org.yujian.delivery.Lanes} so that a slow receiver delays no other,
 * settle in batches. What is claimed and how it is settled is the business of its users.
 *
 * <p>{@link org.yujian.delivery.SecretBox} encrypts with {@code yujian.secret-key} or, without it,
 * with the file {@code secret-key} in the data folder, which the first start creates. All nodes on
 * one database need the same key. A node with another key reads and serves everything, but sends
 * nothing and stores no secrets, and says so in its log. If the key is lost, delete the row of
 * {@code secret_check} and rotate the secrets of all endpoints.
 */
package org.yujian.delivery;
