/**
 * A reader's home: the feed of everything followed, read and star marks, and the one stream that
 * keeps a device's copy. Owns {@code article_state}; reads follows, articles and accounts through
 * their services, and public changes through package sync.
 *
 * <p>The feed is pulled together at each request and copied nowhere, so a follow shows at once and
 * an account of a million followers publishes like any other. Each node remembers the newest 64 of
 * each followed account while the log vouches for them, and merges them; what is below, or cannot
 * be vouched for, comes from the tables in two steps. Heads that were read at different times never
 * mix: who pages upward would pass something by. Price: the first page after a start reads all
 * heads, and far down a page costs a look into the index for each account.
 */
package org.yujian.home;
