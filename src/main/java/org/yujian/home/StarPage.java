package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.feed.Included;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * Articles with the reader's star, latest starred first.
 *
 * @param items starred articles of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the previous page; on the first page it returns items that are new since
 * @param included accounts and tags that the items refer to
 */
@Schema(name = "StarPage")
public record StarPage(
    @NotNull List<StarredArticle> items,
    String next,
    @NotNull String prev,
    @NotNull Included included)
    implements Linked {

  static StarPage of(ItemPage<StarredArticle> page, Included included) {
    return new StarPage(page.items(), page.next(), page.prev(), included);
  }
}
