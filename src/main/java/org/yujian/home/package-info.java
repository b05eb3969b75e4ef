/**
 * A reader's home: the feed of everything followed, read and star marks, and the one stream that
 * keeps a device's copy. Owns {@code article_state}; reads {@code article} beside it, follows and
 * accounts through their services, and public changes through package sync.
 *
 * <p>The feed is pulled together at each request and copied nowhere, so a follow shows at once and
 * an account of a million followers publishes like any other. Each node remembers the newest 64 of
 * each followed account while the log vouches for them, and merges them; what is below, or cannot
 * be vouched for, comes from the tables in two steps. Heads that were read at different times never
 * mix: who pages upward would pass something by. Price: the first page after a start reads all
 * heads, and far down a page costs a look into the index for each account.
 *
 * <p>Marks: a device's ops are applied in memory under the reader's lock and written in batches, so
 * five hundred cost as many statements as one. Unread is a watermark in the follow and marks as
 * exceptions above it, never rows per article. Price: it is counted at each request, up to 99, and
 * no deeper than 1,000 articles.
 *
 * <p>The stream of a device is told by pages of one moment: what the reader changed, and only when
 * all of that is told, the rows of the log about what is followed at that moment. So the device and
 * the database agree on the follows whenever the log's token moves, and nothing falls between the
 * arrival of a follow and the log. A follow brings its newest 200 articles, so one more never costs
 * a whole copy. Price: older ones are in no copy until they change, and a follow that is changed
 * while others arrive may come twice.
 */
package org.yujian.home;
