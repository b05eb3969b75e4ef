package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/** Rows of the audit, newest first. */
@Schema(name = "AuditPage")
public record AuditPage(@NotNull List<AuditEntry> items, String next, @NotNull String prev)
    implements Linked {

  static AuditPage of(ItemPage<AuditEntry> page) {
    return new AuditPage(page.items(), page.next(), page.prev());
  }
}
