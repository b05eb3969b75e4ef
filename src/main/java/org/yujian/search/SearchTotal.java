package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Number of articles that were found; counting stops at 1,000.
 *
 * @param value number of articles
 */
@Schema(name = "SearchTotal")
public record SearchTotal(@NotNull Integer value, @NotNull String relation) {

  /** Counted to here. */
  static final int MOST = 1_000;

  /**
   * @param counted at most one more than {@link #MOST}
   */
  static SearchTotal of(int counted) {
    return counted > MOST ? new SearchTotal(MOST, "gte") : new SearchTotal(counted, "eq");
  }

  /** With so many more. */
  SearchTotal plus(int counted) {
    return relation.equals("eq") ? of(value + counted) : this;
  }
}
