package org.yujian.edition;

import java.util.UUID;

/**
 * Which articles the desk lists; null means all. An article is found when its live copy matches
 * everything, or its draft does.
 *
 * @param tag a slug
 * @param q text in the title; ASCII letters in any case
 */
record DeskArticleFilter(UUID account, ArticleState state, String tag, String q) {}
