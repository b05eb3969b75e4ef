package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A published edition with the ids of what it shows, in order, for those who learn of articles and
 * follow targets one by one.
 */
@Schema(name = "EditionReferences")
public record EditionReferences(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull UUID accountId,
    @NotNull Instant publishedAt,
    @NotNull List<UUID> articleIds,
    @NotNull List<UUID> followTargetIds) {

  static EditionReferences of(EditionRow row, List<UUID> articles, List<UUID> targets) {
    return new EditionReferences(
        row.id(), row.version(), row.accountId(), row.publishedAt(), articles, targets);
  }
}
