package org.yujian.home;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Up to where accounts have been read.
 *
 * @param upTo what is not newer in feed order has been read: an article's id, or a cursor of {@code
 *     /v1/me/feed} or {@code /v1/articles}, for example the {@code prev} of the page that was shown
 */
@Schema(name = "MarkRead")
public record MarkRead(
    @Schema(minItems = 1, maxItems = MarkRead.LIMIT) @NotNull List<@NotNull UUID> accountIds,
    @NotBlank String upTo) {

  static final int LIMIT = 2_000;

  /** Beside the form of each field; {@code invalid-body} otherwise. */
  MarkRead valid() {
    MarkProblems.requireSize("accountIds", accountIds, LIMIT);
    return this;
  }
}
