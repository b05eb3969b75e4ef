package org.yujian.edition;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;

/**
 * Withdraws an article or edition.
 *
 * @param publicNote public note, shown in the 410 response
 * @param internalNote note for the desk only
 */
@Schema(name = "Withdraw")
public record WithdrawRequest(
    @JsonProperty("class") @NotNull @Pattern(regexp = WithdrawalClass.PATTERN) String reason,
    @Schema(maxLength = 200) @Characters(max = 200) String publicNote,
    @Schema(maxLength = 1000) @Characters(max = 1000) String internalNote) {}
