package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.DeskArticle;

/**
 * An article found by the desk search, without its body.
 *
 * @param copies copies that contain the terms
 * @param article article that was found
 * @param highlights where the terms are, for each of {@code copies} in the same order
 */
@Schema(name = "DeskSearchItem")
public record DeskSearchItem(
    @NotNull List<String> copies,
    @NotNull DeskArticle article,
    @NotNull List<DeskHighlights> highlights) {}
