package org.yujian.edition;

import java.util.UUID;
import org.yujian.edition.body.Body;

/** A live body in the one form that was asked for; the other forms are null. */
record BodyRow(
    UUID articleId,
    String canonicalSha256,
    Provenance provenance,
    String html,
    Body blocks,
    String text,
    String markdown) {}
