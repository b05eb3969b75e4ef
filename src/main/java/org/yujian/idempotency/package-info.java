/**
 * {@code Idempotency-Key}: a client that received no response repeats its POST and gets the first
 * response. Owns the table {@code idempotency}.
 *
 * <p>The response is inserted last in the transaction that does the work, so that a crash leaves
 * both or neither. An advisory lock marks a request as running; no row does. Two requests are equal
 * when the operation parses them to the same input: method, path, query, header parameters and the
 * content of the body, with parts of a form compared by name, file name and content. Refused
 * requests (4xx, 5xx) are not stored and may be sent again under the same key.
 *
 * <p>Bodies may contain a secret, so all are encrypted under a key derived from the client's, of
 * which only a hash is stored. Price: a guessable key (a counter) does not protect against a reader
 * of the database, so clients should send random keys; and the response is read and serialized
 * inside the transaction.
 *
 * <p>Each row lists the ids in its response, so that a purge of content can erase responses that
 * contain it although nobody can decrypt them. The row stays, and the request is not executed
 * again.
 */
package org.yujian.idempotency;
