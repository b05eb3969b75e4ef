package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.body.Dropped;
import org.yujian.shared.web.Versioned;

/**
 * An edition as the desk sees it. Its ETag changes with every draft in it, so that what was looked
 * at is what goes live.
 */
@Schema(name = "DeskEdition")
public record DeskEdition(
    @NotNull UUID id,
    @NotNull UUID accountId,
    @Schema(description = "`draft`, `scheduled`, `published`, `withdrawn` or `failed`") @NotNull
        String state,
    @NotNull Long version,
    Schedule schedule,
    Instant publishedAt,
    @Schema(description = "How late the clock published it; only over a minute") Long lateSeconds,
    @NotNull Instant createdAt,
    @NotNull String createdBy,
    @NotNull Instant updatedAt,
    @NotNull List<DeskArticle> articles,
    @NotNull List<UUID> followTargets)
    implements Versioned {

  /**
   * What is left to the clock, or what it could not do.
   *
   * @param nextAttemptAt after a failure that may pass; missing when the clock will not try again
   * @param problem of the newest attempt: a code whose page is {@code /problems/{code}}
   */
  @Schema(name = "Schedule")
  public record Schedule(
      @NotNull Instant at,
      @NotNull Integer attempts,
      Instant nextAttemptAt,
      String problem,
      Instant failedAt) {

    static Schedule of(Edition edition) {
      return edition.scheduledAt == null
          ? null
          : new Schedule(
              edition.scheduledAt,
              edition.attempts,
              edition.attempts == 0 ? null : edition.dueAt,
              edition.problemCode,
              edition.problemAt);
    }
  }

  static DeskEdition of(Edition edition, List<DeskArticle> articles, List<UUID> followTargets) {
    return new DeskEdition(
        edition.id,
        edition.accountId,
        edition.state.value,
        edition.deskVersion,
        Schedule.of(edition),
        edition.publishedAt,
        edition.lateSeconds,
        edition.createdAt,
        edition.createdBy,
        edition.updatedAt,
        articles,
        followTargets);
  }

  /** With what was not kept of each article just written, in their order. */
  DeskEdition withDropped(List<List<Dropped>> dropped) {
    List<DeskArticle> told =
        IntStream.range(0, articles.size())
            .mapToObj(i -> articles.get(i).withDropped(dropped.get(i)))
            .toList();
    return new DeskEdition(
        id,
        accountId,
        state,
        version,
        schedule,
        publishedAt,
        lateSeconds,
        createdAt,
        createdBy,
        updatedAt,
        told,
        followTargets);
  }

  @Override
  public long tagVersion() {
    return version;
  }

  @Override
  public String tagDetail() {
    return EditionSeen.of(articles);
  }
}
