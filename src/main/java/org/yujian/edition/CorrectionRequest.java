package org.yujian.edition;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;

/**
 * Publishes the draft of a live article as a correction.
 *
 * @param note public note; required for {@code fact} and {@code title}
 */
@Schema(name = "Correct")
public record CorrectionRequest(
    @JsonProperty("class") @NotNull @Pattern(regexp = CorrectionClass.PATTERN) String reason,
    @Schema(maxLength = 200) @Characters(max = 200) String note) {}
