package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Versioned;

/**
 * An edition as the desk sees it. Its ETag changes with every draft in it, so that what was looked
 * at is what goes live.
 */
@Schema(name = "DeskEdition")
public record DeskEdition(
    @NotNull UUID id,
    @NotNull UUID accountId,
    @Schema(description = "`draft`, `scheduled`, `published` or `withdrawn`") @NotNull String state,
    @NotNull Long version,
    Instant publishedAt,
    @NotNull Instant createdAt,
    @NotNull String createdBy,
    @NotNull Instant updatedAt,
    @NotNull List<DeskArticle> articles,
    @NotNull List<UUID> followTargets)
    implements Versioned {

  static DeskEdition of(Edition edition, List<DeskArticle> articles, List<UUID> followTargets) {
    return new DeskEdition(
        edition.id,
        edition.accountId,
        edition.state.value,
        edition.deskVersion,
        edition.publishedAt,
        edition.createdAt,
        edition.createdBy,
        edition.updatedAt,
        articles,
        followTargets);
  }

  @Override
  public long tagVersion() {
    return version;
  }
}
