package org.yujian.edition;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;

/**
 * What a live article's draft puts right.
 *
 * @param note shown to readers
 */
@Schema(name = "Correct")
public record CorrectionRequest(
    @JsonProperty("class")
        @Schema(
            description =
                "`typo`, `fact`, `title` (exactly when the title is another one) or `update`")
        @NotNull
        @Pattern(regexp = "typo|fact|title|update")
        String reason,
    @Schema(maxLength = 200, description = "Required for `fact` and `title`") @Characters(max = 200)
        String note) {}
