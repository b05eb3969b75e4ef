package org.yujian.editing.review;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.ReviewStage;
import org.yujian.auth.Caller;

/**
 * The review of an edition, or of an article that was live before.
 *
 * @param editionId id of the edition
 * @param articleId id of the article; absent for a whole edition
 * @param contentSha256 hash of everything that would go live; absent when nothing waits to
 * @param stages stages in the order in which they sign
 * @param signatures what reviewers said, oldest first; the last 100
 */
@Schema(name = "Review")
public record Review(
    @NotNull UUID editionId,
    UUID articleId,
    @NotNull String state,
    String contentSha256,
    @NotNull List<Stage> stages,
    @NotNull List<Signature> signatures) {

  /**
   * A stage of a review.
   *
   * @param name name of the stage
   * @param agreed whether the stage has agreed to the present content
   * @param maySign whether the caller may agree in this stage now
   */
  @Schema(name = "ReviewStep")
  public record Stage(@NotNull String name, @NotNull Boolean agreed, @NotNull Boolean maySign) {}

  /**
   * What a reviewer said about one state of the content.
   *
   * @param stage name of the stage
   * @param note note of the reviewer
   * @param by who signed: {@code key:} and the prefix of a key, or a person
   * @param at time of the signature
   * @param version version of the edition or article that was signed
   * @param contentSha256 hash of the content that was signed
   * @param valid whether it counts: it agrees to the present content by the present rules, and
   *     nobody returned the content since
   */
  @Schema(name = "ReviewSignature")
  public record Signature(
      @NotNull String stage,
      @NotNull String verdict,
      String note,
      @NotNull String by,
      @NotNull Instant at,
      @NotNull Long version,
      @NotNull String contentSha256,
      @NotNull Boolean valid) {

    private static Signature of(ReviewSignature signature, boolean valid) {
      return new Signature(
          signature.stage,
          signature.verdict,
          signature.note,
          signature.byName,
          signature.at,
          signature.version,
          signature.contentSha256,
          valid);
    }
  }

  static Review of(ReviewBasis basis, Caller caller) {
    Optional<ReviewProgress> progress = basis.progress();
    Optional<ReviewStage> next = progress.flatMap(found -> found.next(basis.content(), caller));
    List<ReviewSignature> valid =
        progress.stream()
            .flatMap(found -> found.steps().stream())
            .map(ReviewProgress.Step::signature)
            .filter(Objects::nonNull)
            .toList();
    return new Review(
        basis.editionId(),
        basis.articleId(),
        state(basis),
        basis.content() == null ? null : basis.content().sha256(),
        basis.stages().stream()
            .map(
                step ->
                    new Stage(
                        step.stage().name(),
                        step.signature() != null,
                        next.filter(step.stage()::equals).isPresent()))
            .toList(),
        basis.signatures().stream().map(each -> Signature.of(each, valid.contains(each))).toList());
  }

  private static String state(ReviewBasis basis) {
    if (basis.rules() == null) {
      return "off";
    }
    return basis
        .progress()
        .map(found -> found.missing().isEmpty() ? "agreed" : found.returned() ? "returned" : "open")
        .orElse("idle");
  }
}
