package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where what was searched stands in one copy of an article. */
@Schema(name = "DeskHighlights")
public record DeskHighlights(
    @Schema(description = "`live`, `draft`, `withdrawn`") @NotNull String copy,
    @NotNull List<Highlight> highlights) {}
