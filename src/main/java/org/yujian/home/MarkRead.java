package org.yujian.home;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Marks the articles of accounts as read up to a position in the feed.
 *
 * @param accountIds ids of the accounts
 * @param upTo everything that is not newer in feed order has been read: id of an article, or a
 *     cursor of {@code /v1/me/feed} or {@code /v1/articles}, for example the {@code prev} of the
 *     page that was shown
 */
@Schema(name = "MarkRead")
public record MarkRead(
    @Schema(minItems = 1, maxItems = MarkRead.LIMIT) @NotNull List<@NotNull UUID> accountIds,
    @NotBlank String upTo) {

  static final int LIMIT = 2_000;

  MarkRead valid() {
    MarkProblems.requireSize("accountIds", accountIds, LIMIT);
    return this;
  }
}
