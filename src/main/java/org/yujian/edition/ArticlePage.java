package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/** A page of articles. */
@Schema(name = "ArticlePage")
public record ArticlePage(
    @NotNull List<ArticleSummary> items,
    String next,
    @NotNull String prev,
    @NotNull Included included)
    implements Linked {

  static ArticlePage of(ItemPage<ArticleSummary> page, Included included) {
    return new ArticlePage(page.items(), page.next(), page.prev(), included);
  }
}
