package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Result of a verification of the audit.
 *
 * @param intact whether all sealed rows are unchanged and in their positions
 * @param head end of the chain as stored
 * @param unsealed number of rows that are not sealed yet
 * @param first first position that is wrong; absent when all are right
 * @param known whether the chain still contains the requested head; absent when none was requested
 */
@Schema(name = "AuditVerification")
public record AuditVerification(
    @NotNull Boolean intact,
    @NotNull AuditHead head,
    @NotNull Long unsealed,
    FirstWrong first,
    KnownHead known) {

  /**
   * The first position of the audit chain that is wrong.
   *
   * @param seal position in the chain, from 1
   * @param id id of the row; absent when it is missing
   */
  @Schema(name = "FirstWrongRow")
  public record FirstWrong(@NotNull Long seal, Long id, @NotNull String what) {}

  /**
   * Whether the audit chain still contains an earlier head.
   *
   * @param sha256 hash of the earlier head, from the request
   * @param stands whether the chain still has this hash, before any wrong row
   * @param sealed number of rows the chain had then
   */
  @Schema(name = "KnownAuditHead")
  public record KnownHead(@NotNull String sha256, @NotNull Boolean stands, Long sealed) {}
}
