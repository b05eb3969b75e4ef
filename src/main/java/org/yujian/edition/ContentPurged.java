package org.yujian.edition;

import java.util.Set;
import java.util.UUID;

/**
 * Fired inside the transaction in which an administrator purges a withdrawn article, so that
 * packages with copies of its text (imported documents) purge them too.
 *
 * @param bodies SHA-256 of each body that the article had
 */
public record ContentPurged(UUID articleId, UUID accountId, Set<String> bodies) {}
