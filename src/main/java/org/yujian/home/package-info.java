/**
 * A reader's home: the feed of everything followed, read and star marks, and the one stream that
 * keeps a device's copy. Owns {@code article_state}; reads {@code article} beside it, follows and
 * accounts through their services, and public changes through package sync.
 *
 * <p>Marks: ops of a device are applied in memory under the reader's lock and written in batches,
 * so five hundred cost as many statements as one. The last writer wins by the device's clock, which
 * never counts as later than the server's; what was read stays read.
 *
 * <p>Unread is a watermark in the follow and marks as exceptions above it, never a row per article
 * and reader. Price: it is counted at each request, up to 99, and no deeper than 1,000 articles.
 */
package org.yujian.home;
