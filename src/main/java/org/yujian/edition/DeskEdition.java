package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.Dropped;
import org.yujian.shared.web.Versioned;

/**
 * An edition in the desk API. Its ETag changes with every draft in it, so that an editor can only
 * publish what the editor has read.
 *
 * @param id identifies the edition
 * @param accountId id of the account
 * @param version version of the edition
 * @param schedule schedule that publishes it, or why that failed
 * @param publishedAt time of publication; absent while it is not published
 * @param lateSeconds how late the schedule published it, in seconds; only when over a minute
 * @param createdAt time of creation
 * @param createdBy who created it: {@code key:} and the prefix of a key, {@code person:} and a
 *     name, or a part of the program
 * @param updatedAt time of the last change
 * @param articles articles in order; the first is the lead
 * @param followTargets ids of the follow targets that the edition shows, in order
 */
@Schema(name = "DeskEdition")
public record DeskEdition(
    @NotNull UUID id,
    @NotNull UUID accountId,
    @NotNull String state,
    @NotNull Long version,
    Schedule schedule,
    Instant publishedAt,
    Long lateSeconds,
    @NotNull Instant createdAt,
    @NotNull String createdBy,
    @NotNull Instant updatedAt,
    @NotNull List<DeskArticle> articles,
    @NotNull List<UUID> followTargets)
    implements Versioned {

  /**
   * The schedule of an edition, or why it failed.
   *
   * @param at time of publication
   * @param attempts number of failed attempts
   * @param nextAttemptAt time of the next attempt; absent when there will be none
   * @param problem code of the last problem; {@code /problems/{code}} explains it
   * @param failedAt time of the last failed attempt
   */
  @Schema(name = "Schedule")
  public record Schedule(
      @NotNull Instant at,
      @NotNull Integer attempts,
      Instant nextAttemptAt,
      String problem,
      Instant failedAt) {

    public static Schedule of(Edition edition) {
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

  public static DeskEdition of(
      Edition edition, List<DeskArticle> articles, List<UUID> followTargets) {
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

  /** A copy in which each article lists what was dropped from its body; one list per article. */
  public DeskEdition withDropped(List<List<Dropped>> dropped) {
    List<DeskArticle> changed =
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
        changed,
        followTargets);
  }

  @Override
  public long tagVersion() {
    return version;
  }

  @Override
  public String tagDetail() {
    return EditionEtag.of(articles);
  }
}
