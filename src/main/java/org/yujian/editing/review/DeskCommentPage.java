package org.yujian.editing.review;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * A page of comments, newest first.
 *
 * @param items comments of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "ReviewCommentPage")
public record DeskCommentPage(@NotNull List<DeskComment> items, String next, @NotNull String prev)
    implements Linked {

  static DeskCommentPage of(ItemPage<DeskComment> page) {
    return new DeskCommentPage(page.items(), page.next(), page.prev());
  }
}
