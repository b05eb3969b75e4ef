/**
 * Editions: one to eight ordered articles that go live together, with their drafts, revisions,
 * corrections and tags. Owns {@code edition}, {@code article}, {@code article_draft}, {@code
 * article_revision} and {@code article_tag}.
 *
 * <p>Start reading at {@link org.yujian.edition.Publishing}: the one path by which anything goes
 * live. The body is kept as blocks ({@link org.yujian.edition.Body}); HTML, text and Markdown are
 * derived once, when a revision is frozen. Price: each revision holds its text four times.
 *
 * <p>The article's row carries the light fields of its live copy, and tag rows carry the feed
 * order, so a list is one index range and never sorts. Price: a correction or a tag writes twice.
 * Entities change state only by their own methods; what was live once never moves.
 */
package org.yujian.edition;
