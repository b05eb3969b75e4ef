/**
 * Follow targets (扫描二维码 关注“…”), the placements of their codes, and the QR pictures. Owns {@code
 * follow_target}, {@code edition_follow_target} and {@code placement}; reads {@code edition},
 * because only a published edition makes its targets public.
 *
 * <p>There is one target per local account and one per outside name. The key of a name decides
 * which of the two it means, also later when an account of that name is created ({@link
 * org.yujian.target.AccountTargets}). Targets that only drafts show are hidden. Codes are random
 * and public. The URL of a QR picture carries a version, because the picture depends on the public
 * URL of the server.
 *
 * <p>Share posters ({@link org.yujian.target.SharePosters}) draw glyphs of that font themselves,
 * because the fonts of a server differ and many have none.
 *
 * <p>A printed code must stay valid for ever: the row of a placement is never deleted and its scene
 * never reused. The end of a placement is logged as a change of the follow target: in the same
 * transaction when the desk ends it, by {@link org.yujian.target.PlacementClock} when its end time
 * is reached. The landing page compares the time itself, so pages with a future end are not cached
 * (price: each scan renders the page). PDFs are created in memory with a font that the build
 * extracts from an artifact with six faces.
 */
package org.yujian.target;
