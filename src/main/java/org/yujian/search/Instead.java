package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Words that are searched in place of a query that no article contains as typed.
 *
 * @param q query in Chinese
 */
@Schema(name = "SearchInstead")
public record Instead(@NotNull String q, @NotNull String reason) {

  static Instead pinyin(String q) {
    return new Instead(q, "pinyin");
  }
}
