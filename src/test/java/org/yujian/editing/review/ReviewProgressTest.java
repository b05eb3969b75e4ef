package org.yujian.editing.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.account.ReviewSettings;
import org.yujian.account.ReviewStage;

/** Which signatures count, computed from rules, content and signatures. */
class ReviewProgressTest {
  private static final List<String> NAMES = List.of("初审", "复审", "终审");

  private final List<ReviewSignature> signatures = new ArrayList<>();

  private static ReviewStage stage(String name, String scope, List<String> signers) {
    return new ReviewStage(name, scope, signers);
  }

  private static ReviewSettings rules(boolean sameSigner, boolean author, String... names) {
    List<ReviewStage> stages =
        List.of(names).stream().map(name -> stage(name, null, null)).toList();
    return new ReviewSettings(stages, sameSigner, author);
  }

  private static ReviewSettings strict() {
    return rules(false, false, NAMES.toArray(String[]::new));
  }

  private ReviewSignature add(String verdict, String stage, String signer, String content) {
    ReviewSignature signature = new ReviewSignature();
    signature.verdict = verdict;
    signature.stage = stage;
    signature.signer = signer;
    signature.byName = "key:" + signer;
    signature.scopes = new String[] {"content:review"};
    signature.contentSha256 = content;
    signatures.add(signature);
    return signature;
  }

  private ReviewSignature agree(String stage, String signer) {
    return add("agree", stage, signer, "a");
  }

  private List<String> missing(ReviewSettings rules) {
    return ReviewProgress.of(rules, "a", signatures).allMissing();
  }

  @Test
  void everyOrderOfSignaturesButTheStagesOwnIsIncomplete() {
    for (String first : NAMES) {
      for (String second : NAMES) {
        for (String third : NAMES) {
          signatures.clear();
          agree(first, "p1");
          agree(second, "p2");
          agree(third, "p3");
          boolean inOrder = List.of(first, second, third).equals(NAMES);
          assertThat(missing(strict()).isEmpty())
              .as("%s %s %s", first, second, third)
              .isEqualTo(inOrder);
        }
      }
    }
  }

  @Test
  void onePersonSignsOneStage() {
    agree("初审", "p1");
    agree("复审", "p1");
    agree("终审", "p2");
    assertThat(missing(strict())).containsExactly("复审", "终审");
    assertThat(missing(rules(true, false, "初审", "复审", "终审"))).isEmpty();
    agree("复审", "p2");
    assertThat(missing(strict())).containsExactly("终审");
    agree("终审", "p2");
    assertThat(missing(strict())).containsExactly("终审");
    agree("终审", "p3");
    assertThat(missing(strict())).isEmpty();
  }

  @Test
  void authorsDoNotCountUnlessTheRulesSaySo() {
    agree("初审", "p1").author = true;
    assertThat(missing(rules(false, false, "初审"))).containsExactly("初审");
    assertThat(missing(rules(false, true, "初审"))).isEmpty();
  }

  @Test
  void stagesChooseTheirSigners() {
    agree("初审", "p1").scopes = new String[] {"content:publish", "content:review"};
    for (String named : List.of("p1", "key:p1")) {
      ReviewStage chosen = stage("初审", null, List.of("p9", named));
      assertThat(missing(new ReviewSettings(List.of(chosen), null, null))).isEmpty();
    }
    ReviewStage others = stage("初审", null, List.of("p2"));
    assertThat(missing(new ReviewSettings(List.of(others), null, null))).hasSize(1);
    ReviewStage publishers = stage("初审", "content:publish", null);
    assertThat(missing(new ReviewSettings(List.of(publishers), null, null))).isEmpty();
    ReviewStage administrators = stage("初审", "admin", null);
    assertThat(missing(new ReviewSettings(List.of(administrators), null, null))).hasSize(1);
  }

  @Test
  void changedStagesAreJudgedByTheNewRules() {
    agree("初审", "p1");
    agree("复审", "p2");
    agree("终审", "p3");
    assertThat(missing(rules(false, false, "初审", "终审"))).isEmpty();
    assertThat(missing(rules(false, false, "初审", "三审", "终审"))).containsExactly("三审", "终审");
    assertThat(missing(rules(false, false, "复审", "初审"))).containsExactly("初审");
    assertThat(missing(rules(false, false, "初审", "复审", "终审", "四审"))).containsExactly("四审");
  }

  @Test
  void onlySignaturesOnThisContentAfterTheLastReturnCount() {
    agree("初审", "p1");
    add("agree", "复审", "p2", "b");
    assertThat(missing(strict())).containsExactly("复审", "终审");
    add("return", "复审", "p2", "b");
    assertThat(missing(strict())).containsExactlyElementsOf(NAMES);
    assertThat(ReviewProgress.of(strict(), "a", signatures).returned()).isFalse();
    assertThat(ReviewProgress.of(strict(), "b", signatures).returned()).isTrue();
    agree("初审", "p1");
    assertThat(missing(strict())).containsExactly("复审", "终审");
    assertThat(ReviewProgress.of(strict(), "b", signatures).returned()).isFalse();
  }

  /** Whatever was signed: a complete review has a signature for each stage that keeps all rules. */
  @Test
  void aCompleteReviewKeepsAllRules() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int complete = 0;
    for (int round = 0; round < 20_000; round++) {
      signatures.clear();
      int returned = -1;
      int length = random.nextInt(9);
      for (int i = 0; i < length; i++) {
        boolean back = random.nextInt(8) == 0;
        returned = back ? i : returned;
        add(
                    back ? "return" : "agree",
                    NAMES.get(random.nextInt(3)),
                    "p" + random.nextInt(4),
                    random.nextInt(6) == 0 ? "b" : "a")
                .author =
            random.nextInt(6) == 0;
      }
      ReviewProgress progress = ReviewProgress.of(strict(), "a", signatures);
      if (progress.missing().isEmpty()) {
        complete++;
        Set<String> signers = new HashSet<>();
        int last = returned;
        for (ReviewProgress.Step step : progress.steps()) {
          ReviewSignature signature = step.signature();
          assertThat(signatures.indexOf(signature)).as("seed %d", seed).isGreaterThan(last);
          last = signatures.indexOf(signature);
          assertThat(signature.stage).isEqualTo(step.stage().name());
          assertThat(signature.contentSha256).isEqualTo("a");
          assertThat(signature.author).isFalse();
          assertThat(signers.add(signature.signer)).as("seed %d", seed).isTrue();
        }
      }
    }
    assertThat(complete).as("seed %d", seed).isPositive();
  }
}
