package org.yujian.feed;

import java.util.UUID;

/**
 * Filter of the public article list; null fields match everything.
 *
 * @param account id or {@code @handle}
 */
public record ArticleFilter(String account, String tag, UUID edition) {}
