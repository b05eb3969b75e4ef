/**
 * The change log: the only way in which consumers (caches, sync, events, webhooks, feeds) learn
 * that something public changed. Owns the tables {@code change} and {@code change_state}.
 *
 * <p>Sequence numbers are drawn under one advisory lock taken late in the transaction, so their
 * order is the order of visibility, and a reader of {@code seq > ?} misses nothing. Price: commits
 * that change public content are serialized (about 2,000 a second); writes of readers' devices are
 * not. A row says what changed, not the content: consumers read the entity in their own snapshot
 * and keep a version that is not lower than the one they have.
 *
 * <p><b>To write</b>: make the change, then call {@link org.yujian.change.ChangeLog#append} in the
 * same transaction with one row per changed entity: its new version and its scopes, old and new. At
 * commit the database refuses a public change without its row (migration V11, which names the
 * columns that only the desk sees). After the commit this node reads the rows before the response
 * is sent, and notifies the other nodes; neither can fail the write.
 *
 * <p><b>To consume</b>, choose one. (1) To cache on this node: capture {@link
 * org.yujian.change.Tailer#moment} <em>before</em> reading content, read in one snapshot, store the
 * position and the {@link org.yujian.change.Scope}s with the result, and use it while {@code
 * holds(moment, scopes)}. (2) To be notified while the node runs, where gaps do no harm: implement
 * {@link org.yujian.change.ChangeConsumer} as a bean; return at once; on {@code reset} drop
 * everything. (3) To miss nothing ever: store a {@link org.yujian.change.SyncToken} with your own
 * work, and in one transaction read {@link org.yujian.change.LogPages#read} after it, do the work,
 * store the new token. An empty result means that the log is a different one or the token is older
 * than the retention: start from null, which gives a full snapshot. Use (2) as the wake-up for (3).
 * Package {@code sync} does (3) for clients and (2) for live hints: read it as the example.
 *
 * <p>Compaction keeps the newest row of each live entity forever, and every other row at least 180
 * days. A token names its row, with a random number, and the server: after a restore, a lost tail
 * or on a copied data directory it is no longer valid.
 */
package org.yujian.change;
