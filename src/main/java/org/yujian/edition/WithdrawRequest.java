package org.yujian.edition;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why something is taken back.
 *
 * @param publicNote shown to readers
 * @param internalNote kept at the desk
 */
@Schema(name = "Withdraw")
public record WithdrawRequest(
    @JsonProperty("class")
        @Schema(description = "`error`, `rights`, `request`, `expired` or `other`")
        @NotNull
        @Pattern(regexp = "error|rights|request|expired|other")
        String reason,
    @Size(max = 200) String publicNote,
    @Size(max = 1000) String internalNote) {}
