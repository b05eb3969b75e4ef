/**
 * Editions: one to eight ordered articles that go live together, with their drafts, revisions,
 * corrections and tags. Owns {@code edition}, {@code article}, {@code article_draft}, {@code
 * article_revision} and {@code article_tag}; locks {@code account}. No HTTP: see {@code editing}
 * for the desk, {@code feed} for the public.
 *
 * <p>Start reading at {@link org.yujian.edition.PublicationService}, through which everything goes
 * live. The body is stored as blocks ({@link org.yujian.body.Body}); HTML, text and Markdown are
 * derived once, when a revision is written. Price: each revision stores its text four times.
 *
 * <p>{@link org.yujian.edition.ScheduledPublisher} calls it on every node, with one transaction per
 * edition to claim and publish. Republishing creates a new revision at a new feed position; an
 * article republished alone stays in its edition and gets its own publication time. Price: {@code
 * published_at} of an article and of its edition may differ.
 *
 * <p>Every change locks the account before it reads anything else, because Hibernate does not
 * reload entities read before a lock. Price: changes of one account run one after another. Entities
 * change state only through their own methods; an article that was live never moves.
 */
package org.yujian.edition;
