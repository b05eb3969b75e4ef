package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.Included;

/**
 * Articles like another one, the most alike first.
 *
 * @param items articles, the most similar first
 * @param included accounts and tags that the items refer to
 */
@Schema(name = "SimilarArticles")
public record SimilarPage(@NotNull List<ArticleSummary> items, @NotNull Included included) {}
