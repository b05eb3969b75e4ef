package org.yujian.edition;

import java.util.UUID;

/**
 * What only drafts and revisions hold: whether the draft's is another than what was live last, and
 * whether somebody wrote the live digest.
 */
record DraftContents(
    UUID articleId, boolean otherBody, boolean otherProvenance, boolean digestWritten) {}
