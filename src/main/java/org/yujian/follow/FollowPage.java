package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * Accounts that a reader follows, latest followed first.
 *
 * @param items follows of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the previous page; on the first page it returns items that are new since
 */
@Schema(name = "FollowPage")
public record FollowPage(@NotNull List<FollowView> items, String next, @NotNull String prev)
    implements Linked {

  static FollowPage of(ItemPage<Follow> page, List<FollowView> items) {
    return new FollowPage(items, page.next(), page.prev());
  }
}
