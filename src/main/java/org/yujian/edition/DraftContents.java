package org.yujian.edition;

import java.util.UUID;

/** What only drafts and revisions hold: whether the draft's is another than what was live last. */
record DraftContents(UUID articleId, boolean otherBody, boolean otherProvenance) {}
