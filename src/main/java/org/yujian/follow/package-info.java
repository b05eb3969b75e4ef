/**
 * Following: the landing page of a scanned code, what readers follow and how many there are. Owns
 * {@code follow}, {@code account_counter}, {@code follow_event}, {@code scan}, {@code follower_tag}
 * and {@code follower_tagging}; reads accounts, follow targets and articles through their services.
 *
 * <p>A GET of a landing page follows nothing: previews of messengers and scanners open links too.
 * An unknown code is 404; a code whose placement has ended and one of a closed account are 410 and
 * name the account, because the poster still hangs and people want to know whose it was.
 *
 * <p>One row per reader and account for ever: what was unfollowed stays as a tombstone that the
 * reader's other devices hear of. Whoever changes a follow holds the reader (package reader), so a
 * reader's follows are changed one after the other, and counts with the transaction's last
 * statement, so that many may follow one account at a time. Counts stand in no answer that is
 * remembered: they would change it with each new follower.
 */
package org.yujian.follow;
