package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.DeskArticle;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * A page of articles at the desk.
 *
 * @param items articles of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "DeskArticlePage")
public record DeskArticlePage(@NotNull List<DeskArticle> items, String next, @NotNull String prev)
    implements Linked {

  static DeskArticlePage of(ItemPage<DeskArticle> page) {
    return new DeskArticlePage(page.items(), page.next(), page.prev());
  }
}
