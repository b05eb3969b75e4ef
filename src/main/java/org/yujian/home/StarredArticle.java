package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.feed.ArticleSummary;

/**
 * An article with the reader's star.
 *
 * @param mark the reader's mark
 * @param article the article; absent when it was withdrawn in the meantime
 */
@Schema(name = "StarredArticle")
public record StarredArticle(@NotNull ReaderMark mark, ArticleSummary article) {}
