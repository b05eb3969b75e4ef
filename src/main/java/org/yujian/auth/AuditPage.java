package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * Rows of the audit, newest first.
 *
 * @param items rows of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "AuditPage")
public record AuditPage(@NotNull List<AuditEntry> items, String next, @NotNull String prev)
    implements Linked {

  static AuditPage of(ItemPage<AuditEntry> page) {
    return new AuditPage(page.items(), page.next(), page.prev());
  }
}
