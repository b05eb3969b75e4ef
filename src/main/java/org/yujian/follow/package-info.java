/**
 * Following: the landing page of a scanned code, scans, what readers follow and how many there are,
 * followers at the desk. Owns {@code follow}, {@code account_counter}, {@code follow_event}, {@code
 * scan}, {@code follower_tag} and {@code follower_tagging}; reads accounts, follow targets and
 * articles through their services, and {@code placement} by its code.
 *
 * <p>A GET of a landing page follows nothing: previews of messengers and scanners open links too.
 * An unknown code is 404; a code whose placement has ended and one of a closed account are 410 and
 * name the account, because the poster still hangs and people want to know whose it was. Inside
 * WeChat the page is another one, remembered apart.
 *
 * <p>One row per reader and account for ever: what was unfollowed stays as a tombstone that the
 * reader's other devices hear of. A follow keeps the placement and scene that it began with; the
 * next one after an unfollow has its own. Whoever changes a follow holds the reader (package
 * reader), so a reader's follows are changed one after the other, and counts with the transaction's
 * last statement, so that many may follow one account at a time. Counts stand in no answer that is
 * remembered: they would change it with each new follower.
 *
 * <p>The home page ({@link org.yujian.follow.FrontPageResource}) lives here because it shows what
 * the landing page shows, for all accounts. It reads through services alone. Price: it depends on
 * every article, account and follow target, so each publication makes it anew.
 *
 * <p>An opened page is noted beside the answer and written a second later ({@link
 * org.yujian.follow.OpenedCodes}), without address or agent. Price: a killed process loses what it
 * had not written, a database that is away longer than the queue lasts loses what does not fit
 * (counted), a commit whose answer is lost may be written twice, and rows of anybody who opens a
 * page stay. Shared caches may not keep the page, for what they answer nobody could count.
 *
 * <p>A blocked follower follows on and is counted, reads what everybody may read, is not told, and
 * stays blocked after unfollowing and coming again; what lets followers interact asks for it. Tags
 * are the account's own words about its follower, so they go with an unfollow.
 */
package org.yujian.follow;
