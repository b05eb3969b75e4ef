package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.search.Highlight;
import org.yujian.search.Snippet;

/**
 * Positions of search terms in one copy of an article.
 *
 * @param highlights where the terms are in this copy
 * @param snippet text around the first place in the body; absent when no term is in it
 */
@Schema(name = "DeskHighlights")
public record DeskHighlights(
    @NotNull String copy, @NotNull List<Highlight> highlights, Snippet snippet) {}
