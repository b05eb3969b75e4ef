package org.yujian.edition;

import java.util.Set;
import java.util.UUID;

/**
 * Fired inside the transaction in which an administrator empties what was live of a withdrawn
 * article: who keeps its text elsewhere (imported documents) empties that, too.
 *
 * @param bodies SHA-256 of each body that it had
 */
public record ContentPurged(UUID articleId, UUID accountId, Set<String> bodies) {}
