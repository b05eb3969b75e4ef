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
 * <p>The first pages of feeds are topics of a WebSub hub (W3C Recommendation, {@code
 * docs/api/feeds.md}), which owns {@code websub_request}, {@code websub_subscription} and {@code
 * websub_position}. {@link org.yujian.syndication.HubService} stores requests, {@link
 * org.yujian.syndication.HubFeed} follows the change log and makes subscriptions due, and {@link
 * org.yujian.syndication.HubSender} calls subscribers. The last two run on every node.
 *
 * <ul>
 *   <li>A subscription is its own delivery: it is due or not. The content is read when it is sent,
 *       so any number of changes needs one call. Price: there is no list of past deliveries.
 *   <li>The log does not say in which feeds an article is, so too many subscriptions become due;
 *       content whose hash was sent before is not sent. Price: each burst of changes reads each
 *       topic that may have changed once.
 *   <li>A request does not touch its subscription before it is verified, because anybody can send
 *       one. Requests have a table of their own for that reason.
 *   <li>At least once: a node that is killed after a response leaves a lease, after which the
 *       content is sent again.
 * </ul>
 */
package org.yujian.syndication;
