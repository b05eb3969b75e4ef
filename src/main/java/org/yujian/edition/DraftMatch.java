package org.yujian.edition;

import org.yujian.body.Body;

/**
 * An existing article that may be the one in an imported document.
 *
 * @param draftSha256 hash of the draft's content; null without a draft
 * @param liveSha256 hash of the content that was live last; null if never live
 * @param title title of the live copy, or of the draft if never live
 * @param body body that was live last, or that of the draft
 */
public record DraftMatch(
    DraftRef ref, String draftSha256, String liveSha256, String title, Body body) {

  DraftMatch with(Body other) {
    return new DraftMatch(ref, draftSha256, liveSha256, title, other);
  }
}
