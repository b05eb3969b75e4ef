package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many were found; beyond 1,000 nobody counts. */
@Schema(
    name = "SearchTotal",
    description =
        "How many were found, on the first page only; beyond 1,000 nobody counts. Without `type`"
            + " the articles: accounts and tags before them are not counted.")
public record SearchTotal(
    @NotNull Integer value,
    @Schema(description = "`eq`: exactly so many; `gte`: so many and more, judged by a sample")
        @NotNull
        String relation) {

  /** Counted to here. */
  static final int MOST = 1_000;

  /**
   * @param counted at most one more than {@link #MOST}
   */
  static SearchTotal of(int counted) {
    return counted > MOST ? new SearchTotal(MOST, "gte") : new SearchTotal(counted, "eq");
  }

  static SearchTotal many() {
    return of(MOST + 1);
  }
}
