/**
 * Notifications of browsers that follow without the app, by Web Push (RFC 8030, 8291 and 8292;
 * {@code docs/api/push.md}). Off unless {@code yujian.push.enabled}. Owns {@code push_key}, {@code
 * push_subscription}, {@code push_edition}, {@code push_delivery} and {@code push_position}. Reads
 * {@code follow} and {@code device} in the one statement that inserts deliveries.
 *
 * <p>{@link org.yujian.push.PushFeed} reads the change log from a stored position and stores each
 * edition that went live during the last day. Then it inserts the deliveries for the account's
 * followers, a thousand followers per transaction, so that a popular account makes no long one.
 * {@link org.yujian.push.PushSender} claims deliveries with a lease, in turn for each push service
 * so that a slow one delays no other, sends them outside of transactions and settles them in
 * batches. Both run on every node.
 *
 * <ul>
 *   <li>An edition is notified at most once per subscription: its row stays longer than it counts
 *       as new. So corrections, withdrawals and new publications of it send nothing, and neither do
 *       archives with a time in the past.
 *   <li>The text is made when it is sent; an edition withdrawn meanwhile sends nothing.
 *   <li>At least once: a node that is killed after a response leaves a lease, after which the
 *       delivery is sent again. The browser replaces the first notification by the second.
 *   <li>A subscription belongs to a device and is deleted with it, and when its push service says
 *       that it is gone. Blocked followers and muted follows get nothing.
 *   <li>The key pair is made once and encrypted by {@link org.yujian.delivery.SecretBox}. If its
 *       key is lost, delete the rows of {@code push_key} and {@code push_subscription}: the readers
 *       switch notifications on again.
 * </ul>
 */
package org.yujian.push;
