package org.yujian.edition;

import java.util.Set;
import java.util.UUID;

/**
 * What one publication would put live: an edition, or one article that was live before.
 *
 * @param articleId the article that is corrected or published again; null for a whole edition
 * @param sha256 hash of everything that would go live, and of what it replaces
 * @param authors names of those who changed the drafts last
 */
public record PublicationContent(
    UUID accountId, UUID editionId, UUID articleId, String sha256, Set<String> authors) {}
