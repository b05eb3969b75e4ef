package org.yujian.ingest;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/** A page of imports. */
@Schema(name = "ImportPage")
public record ImportPage(@NotNull List<ImportSummary> items, String next, @NotNull String prev)
    implements Linked {

  static ImportPage of(ItemPage<ImportSummary> page) {
    return new ImportPage(page.items(), page.next(), page.prev());
  }
}
