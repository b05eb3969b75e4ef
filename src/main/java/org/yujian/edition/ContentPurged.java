package org.yujian.edition;

import java.util.Set;
import java.util.UUID;

/**
 * Fired in the transaction in which an administrator purges a withdrawn article. Observers purge
 * copies of the text, such as imported documents.
 *
 * @param bodies SHA-256 of each body that the article had
 */
public record ContentPurged(UUID articleId, UUID accountId, Set<String> bodies) {}
