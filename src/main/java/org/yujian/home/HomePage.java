package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.Included;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/** A page of the home feed. */
@Schema(name = "HomePage")
public record HomePage(
    @NotNull List<HomeItem> items, String next, @NotNull String prev, @NotNull Included included)
    implements Linked {

  static HomePage of(ItemPage<HomeItem> page, Included included) {
    return new HomePage(page.items(), page.next(), page.prev(), included);
  }
}
