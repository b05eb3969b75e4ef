package org.yujian.feed;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * A page of editions.
 *
 * @param items editions of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 * @param included accounts and tags that the items refer to
 */
@Schema(name = "EditionPage")
public record EditionPage(
    @NotNull List<EditionView> items, String next, @NotNull String prev, @NotNull Included included)
    implements Linked {

  static EditionPage of(ItemPage<EditionView> page, Included included) {
    return new EditionPage(page.items(), page.next(), page.prev(), included);
  }
}
