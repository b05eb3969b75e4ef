package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * Followers of an account in a stable order: latest first, by the time of their first follow.
 *
 * @param items followers of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the previous page; on the first page it returns items that are new since
 */
@Schema(name = "DeskFollowerPage")
public record DeskFollowerPage(@NotNull List<DeskFollower> items, String next, @NotNull String prev)
    implements Linked {

  static DeskFollowerPage of(ItemPage<FollowerRow> page, List<DeskFollower> items) {
    return new DeskFollowerPage(items, page.next(), page.prev());
  }
}
