package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What verifying found.
 *
 * @param intact whether all sealed rows are as they were and in their places
 * @param head the sealed end as it is stored
 * @param unsealed rows that wait for the sealer
 * @param first the first place that is wrong; null when none is
 * @param known whether the asked head was met; null when none was asked for
 */
@Schema(name = "AuditVerification")
public record AuditVerification(
    @NotNull Boolean intact,
    @NotNull AuditHead head,
    @NotNull Long unsealed,
    FirstWrong first,
    KnownHead known) {

  /**
   * @param what {@code altered}: the row or an earlier hash is not what was sealed; {@code
   *     missing}: no row has this place; {@code extra}: a second row has it, or one beyond the end
   * @param id of the row; null when it is missing
   */
  @Schema(name = "FirstWrongRow")
  public record FirstWrong(
      @NotNull Long seal,
      Long id,
      @Schema(description = "`altered`, `missing` or `extra`") @NotNull String what) {}

  /**
   * @param stands whether the chain still has this hash, before anything wrong
   * @param sealed how many rows it had then
   */
  @Schema(name = "KnownAuditHead")
  public record KnownHead(@NotNull String sha256, @NotNull Boolean stands, Long sealed) {}
}
