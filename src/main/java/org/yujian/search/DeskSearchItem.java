package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.DeskArticle;

/** An article that the desk found, without its body. */
@Schema(name = "DeskSearchItem")
public record DeskSearchItem(
    @Schema(description = "Which copies have the words: `live`, `draft`, `withdrawn`") @NotNull
        List<String> copies,
    @NotNull DeskArticle article,
    @Schema(description = "Of each of these copies, in their order") @NotNull
        List<DeskHighlights> highlights) {}
