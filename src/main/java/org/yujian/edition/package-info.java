/**
 * Editions: one to eight ordered articles that go live together, with their drafts, revisions,
 * corrections and tags. Owns {@code edition}, {@code article}, {@code article_draft}, {@code
 * article_revision}, {@code article_tag} and {@code preview_key}; locks {@code account}.
 *
 * <p>Start reading at {@link org.yujian.edition.Publishing}: the one path by which anything goes
 * live. The body is kept as blocks ({@link org.yujian.edition.body.Body}); HTML, text and Markdown
 * are derived once, when a revision is frozen. Price: each revision holds its text four times.
 *
 * <p>The clock ({@link org.yujian.edition.ScheduledPublisher}) is one more caller of that path, on
 * every node: claim and publish are one transaction per edition. What went live again after a
 * withdrawal is a new revision at a new place; an article alone keeps its edition and has its own
 * moment. Price: {@code published_at} of an article and of its edition may differ.
 *
 * <p>Writing: the account is locked first, and only then anything is read, because Hibernate does
 * not read again what the transaction has seen before a lock. Price: changes of one account pass
 * one after another. Entities change state only by their own methods; what was live never moves.
 *
 * <p>Drafts: an edition never stands empty, so the last article that leaves takes it along; bodies
 * are read and cleaned before a transaction opens. Price: who moves the last one is told, not
 * asked.
 *
 * <p>Reading: the article's row carries the light fields of its live copy, and tag rows carry the
 * feed order, so a list is one index range and never sorts; the few rows of one edition are ordered
 * in Java. Price: a correction or a tag writes twice. An answer of several statements reads one
 * snapshot, for one statement more.
 */
package org.yujian.edition;
