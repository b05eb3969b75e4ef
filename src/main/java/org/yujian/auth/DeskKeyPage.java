package org.yujian.auth;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/** Keys within the caller's rights, latest made first. */
@Schema(name = "DeskKeyPage")
public record DeskKeyPage(@NotNull List<DeskKey> items, String next, @NotNull String prev)
    implements Linked {

  static DeskKeyPage of(ItemPage<DeskKey> page) {
    return new DeskKeyPage(page.items(), page.next(), page.prev());
  }
}
