package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The end of the audit's chain. Kept elsewhere, it proves later that nothing before it was changed.
 *
 * @param sealed how many rows the chain has
 * @param sha256 its hash there; zeros when it is empty
 * @param at when it grew last; null when it never did
 */
@Schema(name = "AuditHead")
public record AuditHead(@NotNull Long sealed, @NotNull String sha256, Instant at) {

  static final AuditHead EMPTY = new AuditHead(0L, AuditEntry.NOTHING, null);
}
