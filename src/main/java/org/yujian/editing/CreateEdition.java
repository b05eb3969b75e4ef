package org.yujian.editing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.ArticleSettings;
import org.yujian.edition.PublishRules;

/**
 * A new draft edition with its articles.
 *
 * @param accountId id of the account
 * @param articles articles in order; the first is the lead
 * @param followTargetIds follow targets that the edition shows, in order
 */
@Schema(name = "CreateEdition")
public record CreateEdition(
    @NotNull UUID accountId,
    @NotNull
        @Schema(minItems = 1, maxItems = PublishRules.MAX_ARTICLES)
        @Size(min = 1, max = PublishRules.MAX_ARTICLES)
        List<@NotNull @Valid ArticleSettings> articles,
    @Schema(maxItems = EditionSettings.MOST_TARGETS) @Size(max = EditionSettings.MOST_TARGETS)
        List<@NotNull UUID> followTargetIds) {}
