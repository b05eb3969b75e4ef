/**
 * {@code Idempotency-Key}: a client that received no response repeats its POST and gets the first
 * response ({@code docs/decisions/09-idempotency.md}). Owns the table {@code idempotency}. The
 * response is inserted last in the transaction that does the work. Price: the response is read and
 * serialized inside the transaction, and a guessable key does not protect a stored body.
 */
package org.yujian.idempotency;
