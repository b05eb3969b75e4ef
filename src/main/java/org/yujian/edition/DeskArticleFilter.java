package org.yujian.edition;

import java.util.UUID;

/**
 * Filter of the desk's article list; a null field matches every article. An article is listed if
 * its live copy or its draft matches all conditions.
 *
 * @param tag slug of a tag
 * @param q part of the title; ASCII letters match in any case
 */
public record DeskArticleFilter(UUID account, ArticleState state, String tag, String q) {}
