/**
 * The change log: the one way in which consumers (caches, sync, events, webhooks, feeds) learn that
 * something public changed. Owns the tables {@code change} and {@code change_state}.
 *
 * <p>Sequence numbers are drawn under one advisory lock taken late in the transaction, so their
 * order is the order of visibility; a reader of {@code seq > ?} misses nothing. Price: commits that
 * change public content pass one after another (about 2,000 a second), what readers' devices write
 * does not. A row says what changed, not the content: consumers read the thing's state in their own
 * snapshot, and take a version that is not lower than what they have.
 *
 * <p><b>To write</b>: change, then {@link org.yujian.change.ChangeLog#append} one row per changed
 * thing in the same transaction, with its new version and its scopes, old and new. The database
 * refuses at commit what changes for the public without its row (migration V11; a column that only
 * the desk sees is named there). After the commit this node reads the rows before its answer
 * leaves, and wakes the other nodes; neither can fail the write.
 *
 * <p><b>To consume</b>, choose one. (1) Something remembered on this node: take {@link
 * org.yujian.change.Tailer#moment} <em>before</em> reading content, read in one snapshot, keep the
 * moment and the {@link org.yujian.change.Scope}s beside what you made, and use it while {@code
 * holds(moment, scopes)}. (2) To be told while the node runs, and gaps do no harm: be a bean of
 * type {@link org.yujian.change.ChangeConsumer}; return at once; on {@code reset} forget all. (3)
 * To miss nothing ever: store a {@link org.yujian.change.SyncToken} with your own work, and in one
 * transaction read {@link org.yujian.change.LogPages#read} behind it, do the work, store the new
 * token. Empty means that the log is another one or you were away for longer than it remembers:
 * begin from null, which is a full snapshot. Use (2) as the wake-up for (3). {@code sync} does (3)
 * for clients and (2) for live hints: read it as the example.
 *
 * <p>Compaction keeps the newest row of each live thing for ever, and every other row at least 180
 * days. A token names the row it stands on, with a random number, and the server: after a restore,
 * a lost tail or on a copied folder it is simply not known any more.
 */
package org.yujian.change;
