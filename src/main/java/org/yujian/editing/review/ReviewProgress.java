package org.yujian.editing.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yujian.account.ReviewSettings;
import org.yujian.account.ReviewStage;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.edition.PublicationContent;

/**
 * How far a review has come. Stages agree one after another to the same content, and a return makes
 * all earlier signatures void. Computed from the rules, the content and the signatures alone.
 *
 * @param steps all stages in order; those without a signature are missing
 * @param returned whether the last reviewer returned exactly this content
 */
record ReviewProgress(ReviewSettings rules, List<Step> steps, boolean returned) {

  /** A stage and the signature that counts for it; null if there is none. */
  record Step(ReviewStage stage, ReviewSignature signature) {}

  /**
   * @param contentSha256 hash of the present content
   * @param signatures what reviewers said, in order
   */
  static ReviewProgress of(
      ReviewSettings rules, String contentSha256, List<ReviewSignature> signatures) {
    List<ReviewSignature> left = new ArrayList<>();
    boolean returned = false;
    for (ReviewSignature each : signatures) {
      boolean same = each.contentSha256.equals(contentSha256);
      if (!each.agrees()) {
        left.clear();
      } else if (same) {
        left.add(each);
      }
      returned = same && !each.agrees();
    }
    ReviewProgress progress = new ReviewProgress(rules, new ArrayList<>(), returned);
    rules
        .stages()
        .forEach(stage -> progress.steps.add(new Step(stage, progress.take(stage, left))));
    return progress;
  }

  /** Removes and returns the stage's signature with all earlier ones; null if there is none. */
  private ReviewSignature take(ReviewStage stage, List<ReviewSignature> left) {
    if (missing().isPresent()) {
      return null;
    }
    for (int i = 0; i < left.size(); i++) {
      ReviewSignature each = left.get(i);
      if (each.stage.equals(stage.name())
          && each.admittedBy(stage)
          && obstacle(each.signer, each.author).isEmpty()) {
        left.subList(0, i + 1).clear();
        return each;
      }
    }
    return null;
  }

  /** The next stage if the caller may sign it. */
  Optional<ReviewStage> next(PublicationContent content, Caller caller) {
    boolean author = content.authors().contains(caller.name());
    return missing()
        .filter(stage -> caller.has(Scopes.CONTENT_REVIEW))
        .filter(stage -> stage.admits(caller.identity(), caller.name(), caller.scopes()))
        .filter(stage -> obstacle(caller.identity(), author).isEmpty());
  }

  /** Why this person may not sign the next stage, apart from who is admitted to it. */
  Optional<String> obstacle(String signer, boolean author) {
    if (author && !rules.allowAuthor()) {
      return Optional.of("author");
    }
    return signers().contains(signer) && !rules.allowSameSigner()
        ? Optional.of("same-signer")
        : Optional.empty();
  }

  private Set<String> signers() {
    Set<String> signers = new HashSet<>();
    steps.stream()
        .filter(step -> step.signature != null)
        .forEach(step -> signers.add(step.signature.signer));
    return signers;
  }

  /** The first stage that has not agreed. */
  Optional<ReviewStage> missing() {
    return steps.stream().filter(step -> step.signature == null).map(Step::stage).findFirst();
  }

  List<String> allMissing() {
    return steps.stream()
        .filter(step -> step.signature == null)
        .map(step -> step.stage.name())
        .toList();
  }
}
