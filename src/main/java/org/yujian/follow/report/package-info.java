/**
 * Reports for the desk: scans of each placement and follows of each account, by day. Owns no
 * tables; reads {@code scan}, {@code follow_event}, {@code placement}, {@code follow_target} and
 * {@code account}, limited to the accounts of the key.
 *
 * <p>Nothing is precomputed: each number counts rows, and rows stay when a reader leaves or a code
 * ends. Price: a report reads all scans of its days, so days and rows are limited. The setting
 * {@code yujian.time-zone} decides when a day begins, by Java's time zone rules and not those of
 * the database. A reader counts once per placement, day and outcome. This is stored at the time of
 * the scan ({@code first_of_day}), so readers stay counted after they have left. Openings of the
 * page have no readers; link previews are left out.
 */
package org.yujian.follow.report;
