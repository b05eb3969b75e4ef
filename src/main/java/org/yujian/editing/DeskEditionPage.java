package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.DeskEdition;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * A page of editions at the desk.
 *
 * @param items editions of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "DeskEditionPage")
public record DeskEditionPage(@NotNull List<DeskEdition> items, String next, @NotNull String prev)
    implements Linked {

  static DeskEditionPage of(ItemPage<DeskEdition> page) {
    return new DeskEditionPage(page.items(), page.next(), page.prev());
  }
}
