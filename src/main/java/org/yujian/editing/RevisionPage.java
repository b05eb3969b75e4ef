package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * A page of an article's revisions.
 *
 * @param items revisions of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "RevisionPage")
public record RevisionPage(@NotNull List<DeskRevision> items, String next, @NotNull String prev)
    implements Linked {

  static RevisionPage of(ItemPage<DeskRevision> page) {
    return new RevisionPage(page.items(), page.next(), page.prev());
  }
}
