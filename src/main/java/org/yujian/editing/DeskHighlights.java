package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.search.Highlight;

/**
 * Positions of search terms in one copy of an article.
 *
 * @param highlights where the terms are in this copy
 */
@Schema(name = "DeskHighlights")
public record DeskHighlights(@NotNull String copy, @NotNull List<Highlight> highlights) {}
