/**
 * The change log: the one way in which consumers (caches, sync, events, webhooks, feeds) learn that
 * something public changed. Owns the tables {@code change} and {@code change_state}.
 *
 * <p>Sequence numbers are drawn under one advisory lock taken late in the transaction, so their
 * order is the order of visibility; a reader of {@code seq > ?} misses nothing. Price: commits that
 * change public content pass one after another (about 2,000 a second), what readers' devices write
 * does not.
 *
 * <p>A row says what changed, not the content: consumers read the thing's state in their own
 * snapshot.
 *
 * <p>To consume: (1) for what a node remembers, ask the {@link org.yujian.change.Tailer}: take
 * {@code moment()} before reading content, keep it with what you made and the {@link
 * org.yujian.change.Scope}s it depends on, and use it while {@code holds(moment, scopes)}. (2) To
 * be told, be a bean of type {@link org.yujian.change.ChangeConsumer}; on {@code reset} forget
 * everything.
 *
 * <p>A transaction of this node that wrote rows makes the node's tailer read them before its answer
 * leaves, and wakes the other nodes; both happen after the commit and cannot fail it.
 */
package org.yujian.change;
