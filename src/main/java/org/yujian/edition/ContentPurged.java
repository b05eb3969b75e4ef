package org.yujian.edition;

import java.util.UUID;

/**
 * Fired inside the transaction in which an administrator empties what was live of a withdrawn
 * article: who keeps its text elsewhere (imported documents) empties that, too.
 */
public record ContentPurged(UUID articleId, UUID accountId) {}
