/**
 * The change log: the only way in which consumers (caches, sync, events, webhooks, feeds) learn
 * that public content changed. Owns the tables {@code change} and {@code change_state}. The
 * decision and its price: {@code docs/decisions/02-change-log.md}.
 *
 * <p><b>To write</b>: make the change, then call {@link org.yujian.change.ChangeLog#append} in the
 * same transaction with one row per changed entity: its new version and its scopes, old and new.
 * The database refuses a commit without the row (migration V11, which names the columns that only
 * the desk sees).
 *
 * <p><b>To consume</b>, choose one. (1) To cache on this node: capture {@link
 * org.yujian.change.Tailer#position} <em>before</em> reading content, read in one snapshot, store
 * the position and the {@link org.yujian.change.Scope}s (content) with the result, valid while
 * {@code holds(position, scopes)}. (2) To be notified while the node runs, where gaps do no harm:
 * implement {@link org.yujian.change.ChangeConsumer}; on {@code reset} drop everything. (3) To miss
 * nothing: store a {@link org.yujian.change.SyncToken}, and in one transaction read {@link
 * org.yujian.change.LogPages#read} after the token, do the work, and store the new token. On an
 * empty result start from null, which gives a full copy. Use (2) as the wake-up for (3). A consumer
 * that runs on the server and works in batches gets all of this from {@link
 * org.yujian.change.LogFollower}.
 *
 * <p>A token contains the random number of its row and identifies the server, so that it is invalid
 * after a restore, after lost rows and on a copied data directory.
 */
package org.yujian.change;
