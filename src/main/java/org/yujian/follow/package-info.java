/**
 * Following: the landing page of a scanned code. Owns no tables yet; reads accounts, follow targets
 * and articles through their services.
 *
 * <p>A GET of a landing page follows nothing: previews of messengers and scanners open links too.
 * An unknown code is 404; a code whose placement has ended and one of a closed account are 410 and
 * name the account, because the poster still hangs and people want to know whose it was.
 */
package org.yujian.follow;
