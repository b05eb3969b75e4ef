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
 */
package org.yujian.target;
