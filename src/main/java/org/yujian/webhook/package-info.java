/**
 * Webhooks by Standard Webhooks 1.0.0: programs of others are told what changed in public ({@code
 * docs/api/webhooks.md}). Owns {@code webhook_endpoint}, {@code webhook_delivery} and {@code
 * webhook_position}.
 *
 * <p>{@link org.yujian.webhook.WebhookFeed} reads the change log from a stored position and, in one
 * transaction, inserts a delivery per matching endpoint and change and stores the new position.
 * {@link org.yujian.webhook.WebhookSender} claims deliveries with a lease, sends them outside of
 * transactions and settles them in batches. Both run on every node; a row lock and {@code skip
 * locked} keep two nodes from doing the same.
 *
 * <ul>
 *   <li>A delivery names what changed; its body is made when it is sent, from the state at that
 *       moment. Price: a late attempt may hold a newer version than the change that caused it, and
 *       an event that its endpoint does not want is found out only then ({@code skipped}).
 *       Receivers apply only higher versions, so neither order nor repetition matters.
 *   <li>At least once: a node that is killed after a response leaves a lease, after which the
 *       delivery is sent again under the same id.
 *   <li>Nothing is kept for a disabled endpoint, however long it is disabled. Price: after it is
 *       enabled, its receiver syncs once.
 *   <li>An endpoint has at most {@code Lanes.CONCURRENCY} requests at a time, and a pause after
 *       failures, so that a slow receiver delays nobody else.
 * </ul>
 */
package org.yujian.webhook;
