/**
 * A reader's home: the feed of followed accounts, read and star marks, and sync of a device's copy.
 * Owns {@code article_state}. Also reads {@code article}; follows and accounts through their
 * services, and public changes through package sync.
 *
 * <p>The feed is built at each request and stored nowhere, so a new follow shows at once, and
 * publishing costs the same for an account with a million followers. Each node caches the newest 64
 * articles of each followed account, valid while the log shows no change, and merges them. Older
 * articles, and accounts without a valid entry, are read from the tables in two steps. Heads read
 * at different times are never mixed, because paging upward would skip articles. Price: the first
 * page after a start reads all heads, and pages far down cost an index lookup per account.
 *
 * <p>Marks: a device's operations are applied in memory under the reader's lock and written in
 * batches, so five hundred cost as many statements as one. Unread counts use a watermark in the
 * follow and marks as exceptions above it, never rows per article. Price: they are computed at each
 * request, up to 99 and over at most 1,000 articles.
 *
 * <p>Each page of the sync reads one snapshot: the reader's own changes and, only when all of those
 * are sent, the log rows of the accounts followed in that snapshot. So device and database agree on
 * the follows whenever the log token advances, and nothing is lost between the arrival of a follow
 * and the log. A follow brings its newest 200 articles, so a new follow never needs a full copy.
 * Price: older articles are in no copy until they change, and a follow that changes while others
 * arrive may be sent twice.
 */
package org.yujian.home;
