/**
 * Following: landing pages of scanned codes, scans, follows and follower counts of readers, and
 * followers at the desk. Owns {@code follow}, {@code account_counter}, {@code follow_event}, {@code
 * scan}, {@code follower_tag} and {@code follower_tagging}. Reads accounts, follow targets and
 * articles through their services, and {@code placement} by its code.
 *
 * <p>A GET of a landing page never follows the account, because link previews and scanners open
 * links too. An unknown code is 404. A code of an ended placement or a closed account is 410 and
 * names the account, because the poster still hangs and people want to know whose it was. WeChat
 * gets another page, which is cached separately.
 *
 * <p>Phones without the app follow by a form of the landing page ({@link
 * org.yujian.follow.BrowserFollowResource}). For browsers with the reader's cookie the page is
 * personal: it bypasses the response cache and is {@code no-store}.
 *
 * <p>There is one row per reader and account forever: an ended follow stays as a tombstone for the
 * reader's other devices. A follow keeps the placement and scene that started it; a follow after an
 * unfollow gets new ones. Each change locks the reader (package reader), so changes of one reader's
 * follows are serialized. The follower count is updated by the transaction's last statement, so
 * that many readers can follow one account at a time. No cached response contains counts, which
 * would invalidate it with each new follower.
 *
 * <p>The home page ({@link org.yujian.follow.FrontPageResource}) is in this package because it
 * shows the content of the landing page for all accounts. It reads through services only. Price: it
 * depends on every article, account and follow target, so each publication renders it again.
 *
 * <p>An opening of a page is queued during the response and written a second later ({@link
 * org.yujian.follow.OpenedCodes}), without address or user agent. Price: a killed process loses its
 * queue, a database outage that outlasts the queue loses what does not fit (counted), a commit
 * whose result is lost may be written twice, and these rows are never deleted. Shared caches must
 * not store the page, because nobody could count what they serve.
 *
 * <p>A blocked follower still follows and is counted, reads public content, is not notified, and
 * stays blocked after an unfollow and a new follow. Features in which followers interact must check
 * the block. Tags are the account's own notes about a follower, so an unfollow deletes them.
 */
package org.yujian.follow;
