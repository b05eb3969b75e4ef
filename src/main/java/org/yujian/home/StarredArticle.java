package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.ArticleSummary;

/**
 * An article with the reader's star.
 *
 * @param article missing when it was withdrawn since
 */
@Schema(name = "StarredArticle")
public record StarredArticle(@NotNull ReaderMark mark, ArticleSummary article) {}
