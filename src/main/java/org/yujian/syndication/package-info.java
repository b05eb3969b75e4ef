/**
 * Open feeds for feed readers and other sites: JSON Feed 1.1, Atom and RSS 2.0 of all articles, of
 * an account and of a tag, and an OPML list of the accounts' feeds. Owns the table {@code
 * feed_identity}; articles come from package feed.
 *
 * <p>{@link org.yujian.syndication.FeedService} reads an {@link org.yujian.syndication.OpenFeed},
 * and one writer per format makes the bytes. Entries and feeds have ids of the form {@code
 * urn:uuid:…}, which depend on no address. A feed is cached like every public read. Price: a page
 * takes six to eight statements, and its bytes are in memory once per format.
 *
 * <p>Withdrawals: the first page of an Atom feed names the articles withdrawn last, whatever their
 * place in the feed was, because readers ask for the first page only. The rule has no clock in it,
 * so that a cached page equals a fresh one.
 *
 * <p>The topics of a WebSub hub will be the addresses of these feeds: {@code OpenFeed#path} plus
 * the ending of a {@link org.yujian.syndication.FeedFormat}.
 */
package org.yujian.syndication;
