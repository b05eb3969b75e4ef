package org.yujian.edition;

import java.util.UUID;

/** A live article's place in its edition. */
public record PlacedArticle(UUID editionId, int position, UUID articleId) {}
