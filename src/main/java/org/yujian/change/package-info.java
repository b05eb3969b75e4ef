/**
 * The change log: the one way in which consumers (caches, sync, events, webhooks, feeds) learn that
 * something public changed. Owns the table {@code change}.
 *
 * <p>Sequence numbers are drawn under one advisory lock taken late in the transaction, so their
 * order is the order of visibility; a reader of {@code seq > ?} misses nothing. Price: commits that
 * change public content pass one after another (about 2,000 a second), what readers' devices write
 * does not.
 *
 * <p>A row says what changed, not the content: consumers read the thing's state in their own
 * snapshot.
 */
package org.yujian.change;
