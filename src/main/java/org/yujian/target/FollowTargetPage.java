package org.yujian.target;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * A page of follow targets.
 *
 * @param items follow targets of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "FollowTargetPage")
public record FollowTargetPage(
    @NotNull List<FollowTargetView> items, String next, @NotNull String prev) implements Linked {

  static FollowTargetPage of(ItemPage<FollowTargetView> page) {
    return new FollowTargetPage(page.items(), page.next(), page.prev());
  }
}
