package org.yujian.tag;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * A page of tags.
 *
 * @param items tags of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "TagPage")
public record TagPage(@NotNull List<TagView> items, String next, @NotNull String prev)
    implements Linked {

  static TagPage of(ItemPage<TagView> page) {
    return new TagPage(page.items(), page.next(), page.prev());
  }
}
