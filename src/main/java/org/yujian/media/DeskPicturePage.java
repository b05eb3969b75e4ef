package org.yujian.media;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * A page of pictures at the desk.
 *
 * @param items pictures of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "DeskPicturePage")
public record DeskPicturePage(@NotNull List<DeskPicture> items, String next, @NotNull String prev)
    implements Linked {

  static DeskPicturePage of(ItemPage<DeskPicture> page) {
    return new DeskPicturePage(page.items(), page.next(), page.prev());
  }
}
