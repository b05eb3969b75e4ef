package org.yujian.edition;

import java.util.UUID;

/**
 * Which articles.
 *
 * @param account id or {@code @handle}; null for all
 * @param tag slug; null for all
 * @param edition null for all
 */
public record ArticleFilter(String account, String tag, UUID edition) {}
