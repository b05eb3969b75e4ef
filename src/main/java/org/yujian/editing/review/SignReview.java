package org.yujian.editing.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;

/**
 * Signs a stage of a review, or returns the content to its authors.
 *
 * @param stage name of the stage
 * @param note note for authors and other reviewers; required with {@code return}
 */
@Schema(name = "SignReview")
public record SignReview(
    @NotNull @Schema(maxLength = 32) @Characters(max = 32) String stage,
    @NotNull @Pattern(regexp = "agree|return") String verdict,
    @Schema(maxLength = 2000) @Characters(max = 2000) String note) {}
