package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is searched in place of a question that finds nothing as it was typed. */
@Schema(name = "SearchInstead")
public record Instead(
    @Schema(description = "The question in Chinese") @NotNull String q,
    @Schema(description = "`pinyin`: the question is how it is read, or its initials") @NotNull
        String reason) {

  static Instead pinyin(String q) {
    return new Instead(q, "pinyin");
  }
}
