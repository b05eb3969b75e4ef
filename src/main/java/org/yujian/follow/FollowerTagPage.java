package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * Follower tags of an account.
 *
 * @param items follower tags of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the previous page; on the first page it returns items that are new since
 */
@Schema(name = "FollowerTagPage")
public record FollowerTagPage(
    @NotNull List<FollowerTagView> items, String next, @NotNull String prev) implements Linked {

  static FollowerTagPage of(ItemPage<FollowerTagView> page) {
    return new FollowerTagPage(page.items(), page.next(), page.prev());
  }
}
