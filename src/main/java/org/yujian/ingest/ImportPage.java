package org.yujian.ingest;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * A page of imports.
 *
 * @param items imports of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds newer imports
 */
@Schema(name = "ImportPage")
public record ImportPage(@NotNull List<ImportSummary> items, String next, @NotNull String prev)
    implements Linked {

  static ImportPage of(ItemPage<ImportSummary> page) {
    return new ImportPage(page.items(), page.next(), page.prev());
  }
}
