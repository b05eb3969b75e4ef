/**
 * Reports for the desk: scans of each placement and follows of each account, by day. Owns no
 * tables; reads {@code scan}, {@code follow_event}, {@code placement}, {@code follow_target} and
 * {@code account}, within the accounts of the key.
 *
 * <p>Nothing is counted ahead: each number is that of rows, and rows stay when a reader leaves or a
 * code ends. Price: a report reads all scans of its days, so days and rows are bounded. A day
 * begins where the setting {@code yujian.time-zone} says; the program's own rules for zones decide,
 * not those of the database. Readers count once per placement, day and outcome, as it was marked
 * when they scanned ({@code first_of_day}): so they stay counted after they have left. Openings of
 * the page know no readers; link previews are left out.
 */
package org.yujian.follow.report;
