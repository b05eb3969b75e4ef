/**
 * Public reading of articles and editions: lists, details, batches, pages to share. Reads {@code
 * article}, {@code article_revision}, {@code article_tag} and {@code edition} with SQL only; loads
 * no entity, locks nothing, owns no tables.
 *
 * <p>{@link org.yujian.feed.ArticleService} and {@link org.yujian.feed.EditionService} serve the
 * resources; {@link org.yujian.feed.AccountFeeds} supplies the feeds of followers.
 *
 * <p>Article rows repeat the short live fields, and tag rows the feed order, so a list is one index
 * range and needs no sort; the few rows of one edition are sorted in Java. Price: a correction or a
 * tag writes twice. A list reads what it refers to with the same statement. A response of several
 * statements reads one snapshot, which costs one more statement.
 */
package org.yujian.feed;
