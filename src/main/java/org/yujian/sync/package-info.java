/**
 * Delta sync and live hints: how a client gets and updates a complete copy. Owns no tables; reads
 * the change log and, through their services, the entities that its rows name.
 *
 * <p>A response comes from one snapshot: the rows after a token, and the current state of their
 * entities. A full copy is the same read from zero. Superseded rows are skipped, so an entity is
 * reported once. Price: a copy that stops halfway has dangling references until it continues.
 *
 * <p>Account filters match old and new scopes: an entity that leaves the filter is deleted with the
 * reason {@code filtered}. Other packages that report changes use {@link
 * org.yujian.sync.SyncChanges}.
 *
 * <p>A live hint (event of {@code /v1/events}) is never ahead of sync on its node. A client that is
 * ahead, because it was connected to another node, gets no hint until this node has read past its
 * token. Without changes a sync costs no statement while the log was read recently.
 */
package org.yujian.sync;
