package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a search box shows below what was typed. */
@Schema(name = "Suggestions")
public record Suggestions(
    @Schema(description = "What was typed") @NotNull String q,
    @NotNull List<Suggestion> items,
    @Schema(
            description =
                "Set when `q` is Latin and stands in none of the suggestions: what `/v1/search`"
                    + " looks for unless some text has `q` itself")
        Instead instead) {}
