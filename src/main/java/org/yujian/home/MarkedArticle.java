package org.yujian.home;

import java.util.UUID;

/** What a mark needs to know of an article that is live or was. */
record MarkedArticle(UUID id, UUID accountId, long feedOrder, int liveRev) {}
