/**
 * A reader's home: the feed of followed accounts ({@code docs/decisions/11-home-feed.md}), read and
 * star marks, and sync of a device's copy. Owns {@code article_state}. Also reads {@code article};
 * follows and accounts through their services, and public changes through package sync.
 *
 * <p>Marks: a device's operations are applied in memory under the reader's lock and written in
 * batches. Unread counts use a watermark in the follow and marks as exceptions above it, never rows
 * per article. Price: counts are computed at each request, up to 99 and over at most 1,000
 * articles.
 *
 * <p>The page {@code /home} shows the same to browsers without the app, and opens articles by a
 * form, because a link that marks as read would be followed by prefetches too. Price: an article of
 * the page cannot be opened in a new tab.
 *
 * <p>A new follow brings its newest 200 articles to a device, so no full copy is needed. Price:
 * older articles are in no copy until they change, and a follow that changes while others are sent
 * may be sent twice.
 */
package org.yujian.home;
