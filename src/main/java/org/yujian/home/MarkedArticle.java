package org.yujian.home;

import java.util.UUID;

/** The fields of an article, live or withdrawn, that marks need. */
record MarkedArticle(UUID id, UUID accountId, long feedOrder, int liveRev) {}
