/**
 * Imports: a document is healed ({@link org.yujian.ingest.healing}), matched with the account's
 * articles, stored as drafts of an edition, published on request, and reported. Owns {@code
 * import_job}, {@code import_work} and {@code join_undone}; writes drafts through {@code edition}.
 *
 * <p>All healing runs before a transaction opens; the transaction locks the account, so imports of
 * one account run one after another. Price: a second import of the same account waits.
 *
 * <p>A join that an editor undid is stored for the account by the text on both sides. The same
 * document then heals without it.
 *
 * <p>Several documents, or one with many pictures, are queued in {@code import_work} and imported
 * after the request ({@link org.yujian.ingest.ImportWorker}), so that a restart or another node
 * continues. Documents of one account follow one another. A document without a named account queues
 * with others of its key, because its account is known only when it is read. Price: the bytes are
 * written to the database once more.
 */
package org.yujian.ingest;
