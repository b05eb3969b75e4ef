package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The end of the audit's chain. A copy kept elsewhere proves later that no row before it was
 * changed.
 *
 * @param sealed number of rows in the chain
 * @param sha256 hash of the chain at its end; zeros while it is empty
 * @param at time at which the chain last grew; absent while it is empty
 */
@Schema(name = "AuditHead")
public record AuditHead(@NotNull Long sealed, @NotNull String sha256, Instant at) {

  static final AuditHead EMPTY = new AuditHead(0L, AuditEntry.NOTHING, null);
}
