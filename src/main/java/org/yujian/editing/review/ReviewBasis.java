package org.yujian.editing.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.account.ReviewSettings;
import org.yujian.edition.PublicationContent;

/**
 * Everything that decides about a review, as one transaction read it.
 *
 * @param articleId null for a whole edition
 * @param rules null for an account without a review
 * @param content what waits to go live; null if nothing does
 */
record ReviewBasis(
    UUID editionId,
    UUID articleId,
    ReviewSettings rules,
    PublicationContent content,
    List<ReviewSignature> signatures) {

  /** Empty without a review, and while nothing waits for it. */
  Optional<ReviewProgress> progress() {
    return rules == null || content == null
        ? Optional.empty()
        : Optional.of(ReviewProgress.of(rules, content.sha256(), signatures));
  }

  /** The stages of the account, signed or not. */
  List<ReviewProgress.Step> stages() {
    return progress()
        .map(ReviewProgress::steps)
        .orElseGet(
            () ->
                rules == null
                    ? List.of()
                    : rules.stages().stream()
                        .map(stage -> new ReviewProgress.Step(stage, null))
                        .toList());
  }
}
