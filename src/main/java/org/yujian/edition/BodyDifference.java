package org.yujian.edition;

import java.util.UUID;

/** Which large columns differ between a draft and the last live revision; computed by SQL. */
record BodyDifference(
    UUID articleId, boolean otherBody, boolean otherProvenance, boolean digestWritten) {}
