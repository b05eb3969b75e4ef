package org.yujian.edition;

import java.util.UUID;

/** A live article's place in its edition. */
record PlacedArticle(UUID editionId, int position, UUID articleId) {}
