/**
 * Review before publishing (三审三校): stages of an account agree to content before it goes live, and
 * reviewers comment on passages. Owns {@code review_signature} and {@code review_comment}; the
 * stages are a setting of the account.
 *
 * <p>A signature names the hash of the content ({@link org.yujian.edition.PublicationContent}) and
 * facts about its signer. {@link org.yujian.editing.review.ReviewProgress} applies the account's
 * present rules to them whenever it is asked: for a response, for a signature and in {@link
 * org.yujian.editing.review.ReviewGuard} before anything goes live. So nothing has to be reset when
 * content or rules change. Price: the content is read and hashed each time.
 *
 * <p>Signing locks the account first, as every change does, so signatures of an account have an
 * order and none is added while its content is published.
 */
package org.yujian.editing.review;
