/**
 * Follow targets (扫描二维码 关注“…”), the places where their codes hang, and the QR pictures. Owns {@code
 * follow_target}, {@code edition_follow_target} and {@code placement}; reads {@code edition}, since
 * only a published edition tells the public what it shows.
 *
 * <p>A target is one per account here and one per outside name; which of the two a name means is
 * decided by the name's key, also later, when an account of that name comes ({@link
 * org.yujian.account.AccountChanged}). Targets that only drafts show are hidden. Codes are random
 * and public; the QR picture's URL carries a version, since the picture depends on the public
 * address.
 *
 * <p>A placement's code, once printed, is for ever: its row is never deleted, its scene never used
 * again. Its end is told as a change of the follow target, by hand in the same transaction, by the
 * clock from {@link org.yujian.target.PlacementClock}; the page itself asks the clock, so what has
 * an end ahead is not remembered (price: one making per scan). PDF is made in memory with a font
 * that the build takes out of an artifact of six.
 */
package org.yujian.target;
