package org.yujian.feed;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A published edition with the ids of its articles and follow targets, for clients that receive
 * those separately.
 *
 * @param id identifies the edition
 * @param version rises with every public change; keep the higher one
 * @param accountId id of the account
 * @param publishedAt time of publication
 * @param articleIds ids of the live articles in order
 * @param followTargetIds ids of the follow targets that it shows, in order
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
