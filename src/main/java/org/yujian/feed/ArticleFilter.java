package org.yujian.feed;

import java.util.UUID;

/**
 * Filter of the public article list; a null field matches every article.
 *
 * @param account id or {@code @handle}
 */
public record ArticleFilter(String account, String tag, UUID edition) {}
