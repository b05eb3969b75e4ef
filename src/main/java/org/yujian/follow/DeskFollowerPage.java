package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * Followers of an account, in an order that stays: latest first by when they first followed.
 *
 * @param items followers of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "DeskFollowerPage")
public record DeskFollowerPage(@NotNull List<DeskFollower> items, String next, @NotNull String prev)
    implements Linked {

  static DeskFollowerPage of(ItemPage<FollowerRow> page, List<DeskFollower> items) {
    return new DeskFollowerPage(items, page.next(), page.prev());
  }
}
