/**
 * Editions with their articles, drafts and revisions: the aggregate that gets published, corrected,
 * tagged and withdrawn, and the feed that the public reads of it. Owns {@code edition}, {@code
 * article}, {@code article_draft}, {@code article_revision} and {@code article_tag}.
 *
 * <p>Writing: first the account is locked, then everything is read; what was read before a lock may
 * be old, and Hibernate does not read it again. Then edition, articles, tags and follow targets,
 * and last the change log, under which only the moment of publication is decided. Price: changes of
 * one account pass one after another.
 *
 * <p>Reading: a list row stands in {@code article} alone, every list has an index in its own order
 * (a tag's list carries the feed's key), and what few rows an edition has is ordered in Java, so
 * that no plan sorts. An answer of several statements reads one snapshot; price: one statement
 * more.
 */
package org.yujian.edition;
