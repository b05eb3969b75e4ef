package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/** A page of editions. */
@Schema(name = "EditionPage")
public record EditionPage(
    @NotNull List<EditionView> items, String next, @NotNull String prev, @NotNull Included included)
    implements Linked {

  static EditionPage of(ItemPage<EditionView> page, Included included) {
    return new EditionPage(page.items(), page.next(), page.prev(), included);
  }
}
