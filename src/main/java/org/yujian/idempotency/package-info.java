/**
 * {@code Idempotency-Key}: a client that heard nothing sends its POST again and gets the first
 * answer. Owns the table {@code idempotency}.
 *
 * <p>The answer is inserted in the transaction that does the work, after everything else in it, so
 * a crash leaves both or neither; there is no row that says "running", an advisory lock says it.
 * Two requests are the same when the operation understands the same: method, path, query, header
 * parameters and the content of the body, parts of a form by name, file name and content. Refused
 * requests (4xx, 5xx) leave nothing and may be sent again under the same key.
 *
 * <p>Stored bodies may hold a secret, so all are encrypted under a key made from the client's, of
 * which only a hash is kept. Price: a guessable key (a counter) protects nothing from somebody who
 * reads the database; send random ones. And the answer is read and rendered inside the transaction.
 *
 * <p>Beside an answer stand the ids in it, so that a purge of content empties the answers that hold
 * it though nobody can read them; the row stays, and the request is not done again.
 */
package org.yujian.idempotency;
