package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A suggestion for what was typed.
 *
 * @param text text as readers see it; a {@code term} is what to search for
 * @param accountId id of the account, when {@code type} says so
 * @param slug slug of the tag, when {@code type} says so
 * @param highlights the part of {@code text} that was typed; absent when there is none
 */
@Schema(name = "Suggestion")
public record Suggestion(
    @NotNull String text,
    @NotNull String type,
    UUID accountId,
    String slug,
    List<Highlight> highlights) {}
