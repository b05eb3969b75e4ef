package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.PublishRules;

/**
 * Settings of a draft edition that the desk can change.
 *
 * @param articleIds ids of all its articles in their new order; none may be missing or foreign
 * @param followTargetIds ids of the follow targets that it shows, in order
 */
@Schema(name = "EditionSettings")
public record EditionSettings(
    @NotNull
        @Schema(minItems = 1, maxItems = PublishRules.MAX_ARTICLES)
        @Size(min = 1, max = PublishRules.MAX_ARTICLES)
        List<@NotNull UUID> articleIds,
    @Schema(maxItems = MOST_TARGETS) @Size(max = MOST_TARGETS)
        List<@NotNull UUID> followTargetIds) {

  static final int MOST_TARGETS = 20;
}
