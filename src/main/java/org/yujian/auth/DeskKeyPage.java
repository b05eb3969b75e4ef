package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * Keys within the caller's rights, newest first.
 *
 * @param items keys of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "DeskKeyPage")
public record DeskKeyPage(@NotNull List<DeskKey> items, String next, @NotNull String prev)
    implements Linked {

  static DeskKeyPage of(ItemPage<DeskKey> page) {
    return new DeskKeyPage(page.items(), page.next(), page.prev());
  }
}
