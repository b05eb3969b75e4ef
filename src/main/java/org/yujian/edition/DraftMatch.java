package org.yujian.edition;

import org.yujian.edition.body.Body;

/**
 * An article that a document may be about.
 *
 * @param draftSha256 the content of its draft; null without one
 * @param liveSha256 the content that was live last; null when never
 * @param title of the live copy, else of the draft
 * @param body the body that was live last, else the draft's
 */
public record DraftMatch(
    DraftRef ref, String draftSha256, String liveSha256, String title, Body body) {}
