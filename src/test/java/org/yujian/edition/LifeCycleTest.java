package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yujian.edition.body.Body;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Which state allows which step, of editions and of articles: the whole table. */
class LifeCycleTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.000001Z");
  private static final WithdrawRequest WHY = new WithdrawRequest("error", "公开", "内部");

  @ParameterizedTest
  @CsvSource({
    "DRAFT, publish, PUBLISHED",
    "SCHEDULED, publish, PUBLISHED",
    "PUBLISHED, publish, ALREADY_PUBLISHED",
    "WITHDRAWN, publish, EDITION_WITHDRAWN",
    "DRAFT, withdraw, EDITION_NOT_PUBLISHED",
    "SCHEDULED, withdraw, EDITION_NOT_PUBLISHED",
    "PUBLISHED, withdraw, WITHDRAWN",
    "WITHDRAWN, withdraw, EDITION_WITHDRAWN",
    "DRAFT, edit, DRAFT",
    "SCHEDULED, edit, EDITION_SCHEDULED",
    "PUBLISHED, edit, ALREADY_PUBLISHED",
    "WITHDRAWN, edit, EDITION_WITHDRAWN",
  })
  void editions(EditionState before, String step, String result) {
    Edition edition = edition(before);
    long version = edition.version;
    long deskVersion = edition.deskVersion;
    ThrowingCallable action =
        () -> {
          switch (step) {
            case "publish" -> edition.publish(NOW);
            case "withdraw" -> edition.withdraw(WHY, NOW);
            default -> edition.requireEditable();
          }
        };
    if (isState(result)) {
      assertThat(problem(action)).isNull();
      assertThat(edition.state).isEqualTo(EditionState.valueOf(result));
      int changes = step.equals("edit") ? 0 : 1;
      assertThat(edition.version).isEqualTo(version + changes);
      assertThat(edition.deskVersion).isEqualTo(deskVersion + changes);
    } else {
      assertThat(problem(action)).isEqualTo(ProblemCode.valueOf(result));
      assertThat(edition.state).isEqualTo(before);
      assertThat(edition.version).isEqualTo(version);
      assertThat(edition.deskVersion).isEqualTo(deskVersion);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, correct, ARTICLE_NOT_PUBLISHED",
    "PUBLISHED, correct, PUBLISHED",
    "WITHDRAWN, correct, ARTICLE_WITHDRAWN",
    "DRAFT, withdraw, ARTICLE_NOT_PUBLISHED",
    "PUBLISHED, withdraw, WITHDRAWN",
    "WITHDRAWN, withdraw, ARTICLE_WITHDRAWN",
  })
  void articles(ArticleState before, String step, String result) {
    Article article = article(before);
    Long feedOrder = article.feedOrder;
    long version = article.version;
    ThrowingCallable action =
        () -> {
          if (step.equals("correct")) {
            article.correct(revision(article), new String[] {"x"}, NOW.plusSeconds(5));
          } else {
            article.withdraw(WHY, NOW);
          }
        };
    if (isState(result)) {
      assertThat(problem(action)).isNull();
      assertThat(article.state).isEqualTo(ArticleState.valueOf(result));
      assertThat(article.version).isEqualTo(version + 1);
    } else {
      assertThat(problem(action)).isEqualTo(ProblemCode.valueOf(result));
      assertThat(article.state).isEqualTo(before);
      assertThat(article.version).isEqualTo(version);
    }
    assertThat(article.feedOrder).as("its place in the feed stays").isEqualTo(feedOrder);
  }

  @Test
  void anArticleGoesLiveWithItsEditionsMoment() {
    Article article = article(ArticleState.DRAFT);
    article.publish(revision(article), new String[] {"x"}, NOW);
    assertThat(article.state).isEqualTo(ArticleState.PUBLISHED);
    assertThat(article.publishedAt).isEqualTo(NOW);
    assertThat(article.feedOrder).isEqualTo(FeedOrder.of(NOW, 3));
    assertThat(article.liveRev).isEqualTo(1);
    assertThat(article.version).isEqualTo(1);
    assertThat(article.title).isEqualTo("题");
    assertThat(article.tags).containsExactly("x");
    assertThat(article.flags).isEmpty();
  }

  @Test
  void aCorrectionIsMarkedAndCountsRevisions() {
    Article article = article(ArticleState.PUBLISHED);
    Instant later = NOW.plusSeconds(5);
    article.correct(revision(article), new String[] {}, later);
    assertThat(article.liveRev).isEqualTo(2);
    assertThat(article.flags).containsExactly("corrected");
    assertThat(article.publishedAt).isEqualTo(NOW);
    assertThat(article.liveAt).isEqualTo(later);
  }

  @ParameterizedTest
  @EnumSource(names = {"PUBLISHED", "WITHDRAWN"})
  void whatWasLiveOnceNeitherMovesNorGoesLiveAgainAsADraft(ArticleState state) {
    Article article = article(state);
    Edition other = edition(EditionState.DRAFT);
    assertThatIllegalStateException().isThrownBy(() -> article.place(other, 1));
    assertThatIllegalStateException()
        .isThrownBy(() -> article.publish(revision(article), new String[0], NOW));
  }

  @Test
  void theSameTagsAgainAreNoChange() {
    Article article = article(ArticleState.PUBLISHED);
    assertThat(article.tag(new String[] {"x"})).isTrue();
    assertThat(article.tag(new String[] {"x"})).isFalse();
    assertThat(article.version).isEqualTo(2);
  }

  private static boolean isState(String result) {
    return List.of("DRAFT", "SCHEDULED", "PUBLISHED", "WITHDRAWN").contains(result);
  }

  private static ProblemCode problem(ThrowingCallable action) {
    try {
      action.call();
      return null;
    } catch (Problem problem) {
      return problem.code();
    } catch (Throwable other) {
      throw new AssertionError(other);
    }
  }

  private static Edition edition(EditionState state) {
    Edition edition = new Edition(new UUID(1, 1), "test", NOW);
    edition.id = new UUID(2, 2);
    switch (state) {
      case SCHEDULED -> {
        edition.state = EditionState.SCHEDULED;
        edition.scheduledAt = NOW.plusSeconds(60);
      }
      case PUBLISHED -> edition.publish(NOW);
      case WITHDRAWN -> {
        edition.publish(NOW);
        edition.withdraw(WHY, NOW);
      }
      default -> {}
    }
    return edition;
  }

  private static Article article(ArticleState state) {
    Article article = new Article(edition(EditionState.DRAFT), 3, NOW);
    article.id = new UUID(3, 3);
    if (state != ArticleState.DRAFT) {
      article.publish(revision(article), new String[0], NOW);
    }
    if (state == ArticleState.WITHDRAWN) {
      article.withdraw(WHY, NOW);
    }
    return article;
  }

  private static ArticleRevision revision(Article article) {
    ArticleDraft draft = new ArticleDraft(article);
    draft.write(new DraftContent("题", null, null, new Body(List.of())), "test", NOW);
    return new ArticleRevision(article, draft, null, "test", NOW);
  }
}
