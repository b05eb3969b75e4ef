package org.yujian.target;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * Placements of one follow target, newest first.
 *
 * @param items placements of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "PlacementPage")
public record PlacementPage(@NotNull List<PlacementView> items, String next, @NotNull String prev)
    implements Linked {

  static PlacementPage of(ItemPage<PlacementView> page) {
    return new PlacementPage(page.items(), page.next(), page.prev());
  }
}
