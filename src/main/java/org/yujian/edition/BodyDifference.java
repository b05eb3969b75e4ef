package org.yujian.edition;

import java.util.UUID;

/** Compares large columns of a draft and the last live revision, for {@link DraftDifference}. */
record BodyDifference(
    UUID articleId, boolean otherBody, boolean otherProvenance, boolean digestWritten) {}
