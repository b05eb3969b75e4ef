package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Suggestions for what was typed.
 *
 * @param q what was typed
 * @param items suggestions, best first
 * @param instead what {@code /v1/search} looks for unless some text contains {@code q} itself; only
 *     when {@code q} is Latin and in none of the suggestions
 */
@Schema(name = "Suggestions")
public record Suggestions(@NotNull String q, @NotNull List<Suggestion> items, Instead instead) {}
