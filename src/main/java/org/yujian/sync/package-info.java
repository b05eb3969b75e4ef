/**
 * Delta sync and live hints: how a client gets a complete copy and keeps it current. Owns no
 * tables; reads the change log and, through their services, the entities that its rows name.
 *
 * <p>A response comes from one snapshot: the rows after a token, and the current state of the
 * entities they name. A full copy is the same read from zero, so there is one code path to trust.
 * Rows superseded by a later one are skipped, so an entity is reported once; a first copy omits
 * what was gone before it began. Price: a copy that stops halfway has dangling references until it
 * continues.
 *
 * <p>Account filters match scopes, old and new: an entity that leaves the filter is deleted with
 * the reason {@code filtered}. Follow targets of other accounts that an edition names are read by
 * id.
 *
 * <p>Other packages that report changes use {@link org.yujian.sync.SyncChanges}, such as {@code
 * home}.
 *
 * <p>A live hint is never ahead of sync on its node, which responds up to the tailer's position
 * while that is fresh. A client that is ahead, because it was on another node, gets no hint until
 * this node has read past its token. Without changes a sync costs no statement while the tailer is
 * fresh, otherwise one or two small ones.
 */
package org.yujian.sync;
