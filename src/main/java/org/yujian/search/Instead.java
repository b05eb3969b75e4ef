package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is searched in place of a question that no article has as it was typed. */
@Schema(
    name = "SearchInstead",
    description =
        "What was searched in place of a question that no article has as it was typed; on all of"
            + " its pages.")
public record Instead(
    @Schema(description = "The question in Chinese") @NotNull String q,
    @Schema(description = "`pinyin`: the question is how it is read, or its initials") @NotNull
        String reason) {

  static Instead pinyin(String q) {
    return new Instead(q, "pinyin");
  }
}
