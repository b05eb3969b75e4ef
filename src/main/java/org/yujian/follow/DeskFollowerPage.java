package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/** Followers of an account, in an order that stays: latest first by when they first followed. */
@Schema(name = "DeskFollowerPage")
public record DeskFollowerPage(@NotNull List<DeskFollower> items, String next, @NotNull String prev)
    implements Linked {

  static DeskFollowerPage of(ItemPage<FollowerRow> page, List<DeskFollower> items) {
    return new DeskFollowerPage(items, page.next(), page.prev());
  }
}
