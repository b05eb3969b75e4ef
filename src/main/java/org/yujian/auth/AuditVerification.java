package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Result of a verification of the audit.
 *
 * @param intact whether all sealed rows are unchanged and in their places
 * @param head end of the chain as stored
 * @param unsealed number of rows that are not sealed yet
 * @param first first place that is wrong; absent when all are right
 * @param known whether the chain still contains the head that was asked for; absent when none was
 */
@Schema(name = "AuditVerification")
public record AuditVerification(
    @NotNull Boolean intact,
    @NotNull AuditHead head,
    @NotNull Long unsealed,
    FirstWrong first,
    KnownHead known) {

  /**
   * The first place of the audit chain that is wrong.
   *
   * @param seal place in the chain, from 1
   * @param id id of the row; absent when it is missing
   */
  @Schema(name = "FirstWrongRow")
  public record FirstWrong(@NotNull Long seal, Long id, @NotNull String what) {}

  /**
   * Whether the audit chain still contains an end that was seen before.
   *
   * @param sha256 hash that was asked for
   * @param stands whether the chain still has this hash, before anything wrong
   * @param sealed number of rows the chain had then
   */
  @Schema(name = "KnownAuditHead")
  public record KnownHead(@NotNull String sha256, @NotNull Boolean stands, Long sealed) {}
}
