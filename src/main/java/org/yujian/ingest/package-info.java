/**
 * Imports: a document is healed ({@link org.yujian.ingest.healing}), matched with the account's
 * articles, stored as drafts of an edition, published on request, and reported. Owns {@code
 * import_job} and {@code join_undone}; writes drafts through {@code edition}.
 *
 * <p>All healing runs before a transaction opens; the transaction locks the account, so imports of
 * one account run one after another. Price: a second import of the same account waits.
 *
 * <p>A join that an editor undid is stored for the account by the text on both sides. The same
 * document then heals without it.
 */
package org.yujian.ingest;
