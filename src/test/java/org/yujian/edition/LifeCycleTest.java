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
import org.yujian.body.Body;
import org.yujian.shared.page.FeedOrder;
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
    "FAILED, publish, PUBLISHED",
    "DRAFT, schedule, SCHEDULED",
    "SCHEDULED, schedule, SCHEDULED",
    "PUBLISHED, schedule, ALREADY_PUBLISHED",
    "WITHDRAWN, schedule, EDITION_WITHDRAWN",
    "FAILED, schedule, SCHEDULED",
    "DRAFT, unschedule, EDITION_NOT_SCHEDULED",
    "SCHEDULED, unschedule, DRAFT",
    "PUBLISHED, unschedule, ALREADY_PUBLISHED",
    "WITHDRAWN, unschedule, EDITION_WITHDRAWN",
    "FAILED, unschedule, DRAFT",
    "DRAFT, withdraw, EDITION_NOT_PUBLISHED",
    "SCHEDULED, withdraw, EDITION_NOT_PUBLISHED",
    "PUBLISHED, withdraw, WITHDRAWN",
    "WITHDRAWN, withdraw, EDITION_WITHDRAWN",
    "FAILED, withdraw, EDITION_NOT_PUBLISHED",
    "DRAFT, republish, EDITION_NOT_WITHDRAWN",
    "SCHEDULED, republish, EDITION_NOT_WITHDRAWN",
    "PUBLISHED, republish, EDITION_NOT_WITHDRAWN",
    "WITHDRAWN, republish, PUBLISHED",
    "FAILED, republish, EDITION_NOT_WITHDRAWN",
    "DRAFT, edit, DRAFT",
    "SCHEDULED, edit, EDITION_SCHEDULED",
    "PUBLISHED, edit, ALREADY_PUBLISHED",
    "WITHDRAWN, edit, EDITION_WITHDRAWN",
    "FAILED, edit, FAILED",
    "DRAFT, editDraft, DRAFT",
    "SCHEDULED, editDraft, EDITION_SCHEDULED",
    "PUBLISHED, editDraft, PUBLISHED",
    "WITHDRAWN, editDraft, WITHDRAWN",
    "FAILED, editDraft, FAILED",
  })
  void editions(EditionState before, String step, String result) {
    Edition edition = edition(before);
    long version = edition.version;
    long deskVersion = edition.deskVersion;
    ThrowingCallable action =
        () -> {
          switch (step) {
            case "publish" -> edition.publish(NOW, NOW);
            case "schedule" -> edition.schedule(NOW.plusSeconds(90), NOW);
            case "unschedule" -> edition.unschedule(NOW);
            case "withdraw" -> edition.withdraw(WHY, NOW);
            case "republish" -> edition.republish(NOW.plusSeconds(5), NOW);
            case "editDraft" -> edition.editDraft(NOW);
            default -> edition.requireEditable();
          }
        };
    if (isState(result)) {
      assertThat(problem(action)).isNull();
      assertThat(edition.state).isEqualTo(EditionState.valueOf(result));
      boolean isPublic = List.of("publish", "withdraw", "republish").contains(step);
      assertThat(edition.version).isEqualTo(version + (isPublic ? 1 : 0));
      assertThat(edition.deskVersion).isEqualTo(deskVersion + (step.equals("edit") ? 0 : 1));
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
    "DRAFT, republish, ARTICLE_NOT_WITHDRAWN",
    "PUBLISHED, republish, ARTICLE_NOT_WITHDRAWN",
    "WITHDRAWN, republish, PUBLISHED",
    "DRAFT, purge, ARTICLE_NOT_WITHDRAWN",
    "PUBLISHED, purge, ARTICLE_NOT_WITHDRAWN",
    "WITHDRAWN, purge, WITHDRAWN",
  })
  void articles(ArticleState before, String step, String result) {
    Article article = article(before);
    Long feedOrder = article.feedOrder;
    long version = article.version;
    Instant later = NOW.plusSeconds(5);
    ThrowingCallable action =
        () -> {
          switch (step) {
            case "correct" -> article.correct(revision(article), new String[] {"x"}, later);
            case "republish" -> article.republish(revision(article), new String[0], later, later);
            case "purge" -> article.purge();
            default -> article.withdraw(WHY, NOW);
          }
        };
    if (isState(result)) {
      assertThat(problem(action)).isNull();
      assertThat(article.state).isEqualTo(ArticleState.valueOf(result));
      assertThat(article.version).isEqualTo(version + (step.equals("purge") ? 0 : 1));
    } else {
      assertThat(problem(action)).isEqualTo(ProblemCode.valueOf(result));
      assertThat(article.state).isEqualTo(before);
      assertThat(article.version).isEqualTo(version);
    }
    if (!step.equals("republish") || before != ArticleState.WITHDRAWN) {
      assertThat(article.feedOrder).as("its place in the feed stays").isEqualTo(feedOrder);
    }
  }

  @Test
  void whatGoesLiveAgainStandsAtANewPlace() {
    Article article = article(ArticleState.WITHDRAWN);
    Instant later = NOW.plusSeconds(5);
    article.republish(revision(article), new String[] {"y"}, later, later);
    assertThat(article.feedOrder).isEqualTo(FeedOrder.of(later, 3));
    assertThat(article.publishedAt).isEqualTo(later);
    assertThat(article.liveRev).isEqualTo(2);
    assertThat(article.withdrawal).isNull();
    assertThat(article.tags).containsExactly("y");
  }

  @Test
  void whatTheClockCannotPublishWaitsLongerAndThenFails() {
    Edition edition = edition(EditionState.SCHEDULED);
    Instant again = NOW.plusSeconds(70);
    edition.failed("service-unavailable", again, NOW);
    assertThat(edition.state).isEqualTo(EditionState.SCHEDULED);
    assertThat(edition.dueAt).isEqualTo(again);
    assertThat(edition.scheduledAt).isEqualTo(NOW.plusSeconds(60));
    edition.failed("not-publishable", null, NOW);
    assertThat(edition.state).isEqualTo(EditionState.FAILED);
    assertThat(edition.attempts).isEqualTo(2);
    assertThat(edition.problemCode).isEqualTo("not-publishable");
    edition.unschedule(NOW);
    assertThat(edition.problemCode).isNull();
    assertThatIllegalStateException().isThrownBy(() -> edition.failed("x", null, NOW));
  }

  @ParameterizedTest
  @CsvSource({"-30, ", "0, ", "60, ", "61, 61", "86400, 86400"})
  void moreThanAMinuteAfterItsTimeIsLate(long after, Long late) {
    Edition edition = edition(EditionState.SCHEDULED);
    Instant now = edition.scheduledAt.plusSeconds(after);
    edition.publish(now, now);
    assertThat(edition.lateSeconds).isEqualTo(late);
    assertThat(edition.scheduledAt).isNull();
  }

  @Test
  void anArticleGoesLiveWithItsEditionsMoment() {
    Article article = article(ArticleState.DRAFT);
    article.publish(revision(article), new String[] {"x"}, NOW, NOW);
    assertThat(article.state).isEqualTo(ArticleState.PUBLISHED);
    assertThat(article.publishedAt).isEqualTo(NOW);
    assertThat(article.feedOrder).isEqualTo(FeedOrder.of(NOW, 3));
    assertThat(article.liveRev).isEqualTo(1);
    assertThat(article.version).isEqualTo(1);
    assertThat(article.frontMatter().title()).isEqualTo("题");
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
        .isThrownBy(() -> article.publish(revision(article), new String[0], NOW, NOW));
  }

  @Test
  void theSameTagsAgainAreNoChange() {
    Article article = article(ArticleState.PUBLISHED);
    assertThat(article.tag(new String[] {"x"})).isTrue();
    assertThat(article.tag(new String[] {"x"})).isFalse();
    assertThat(article.version).isEqualTo(2);
  }

  private static boolean isState(String result) {
    return List.of("DRAFT", "SCHEDULED", "PUBLISHED", "WITHDRAWN", "FAILED").contains(result);
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
      case SCHEDULED -> edition.schedule(NOW.plusSeconds(60), NOW);
      case FAILED -> {
        edition.schedule(NOW.plusSeconds(60), NOW);
        edition.failed("not-publishable", null, NOW);
      }
      case PUBLISHED -> edition.publish(NOW, NOW);
      case WITHDRAWN -> {
        edition.publish(NOW, NOW);
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
      article.publish(revision(article), new String[0], NOW, NOW);
    }
    if (state == ArticleState.WITHDRAWN) {
      article.withdraw(WHY, NOW);
    }
    return article;
  }

  private static ArticleRevision revision(Article article) {
    ArticleDraft draft = new ArticleDraft(article);
    draft.write(new DraftText("题", null, null, new Body(List.of())), "test", NOW);
    return new ArticleRevision(article, draft, null, "test", NOW);
  }
}
