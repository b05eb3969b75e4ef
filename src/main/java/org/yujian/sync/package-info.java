/**
 * Delta sync and live hints: how a client gets a complete copy and keeps it. Owns no tables; reads
 * the change log and, through their services, the things that its rows name.
 *
 * <p>An answer is made of one snapshot: the rows behind a token, and the present state of what they
 * name. A full copy is the same from zero, so there is one code to trust. A row that a later one
 * supersedes is not told, so a thing comes once; a first copy leaves out what was gone before it
 * began. Price: a client that stops in the middle has a copy with loose ends, and goes on.
 *
 * <p>Accounts filter by scope, old and new: a thing that leaves the filter is deleted with the
 * reason {@code filtered}. An edition may name follow targets of other accounts; those are read by
 * their ids.
 *
 * <p>Whoever tells others of changes ({@code home} does, to a reader's devices) tells them by
 * {@link org.yujian.sync.SyncChanges}.
 *
 * <p>A live hint is never ahead of sync on its node, which answers by the tailer's position while
 * that is fresh: a stream begins or resumes within that position, and goes on with what the tailer
 * reads. A client that knows more than the node, from another node, is told nothing until the node
 * has read further than the client's token.
 *
 * <p>Nothing new costs no statement while the tailer is fresh, else one or two small ones.
 */
package org.yujian.sync;
