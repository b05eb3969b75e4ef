package org.yujian.edition;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Withdraws published content; readers then get 410. */
@ApplicationScoped
public class Withdrawing {

  private final EditionLocks locks;
  private final EditionRepository editions;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final ChangeLog changeLog;
  private final EditionAudit audit;
  private final DatabaseClock clock;

  Withdrawing(
      EditionLocks locks,
      EditionRepository editions,
      ArticleRepository articles,
      DraftRepository drafts,
      ChangeLog changeLog,
      EditionAudit audit,
      DatabaseClock clock) {
    this.locks = locks;
    this.editions = editions;
    this.articles = articles;
    this.drafts = drafts;
    this.changeLog = changeLog;
    this.audit = audit;
    this.clock = clock;
  }

  @RetryOnConflict
  @Transactional
  public void edition(UUID id, WithdrawRequest request, Caller caller) {
    Edition edition = locks.edition(id, caller);
    List<Article> all = articles.lockOfEdition(id);
    drafts.removeTags(all.stream().map(article -> article.id).toList());
    audit.edition(
        caller,
        "edition.withdraw",
        edition,
        () -> changeLog.append(withdraw(edition, all, request, clock.now())));
  }

  /** Withdraws one article, and its edition if no other article of the edition is live. */
  @RetryOnConflict
  @Transactional
  public void article(UUID id, WithdrawRequest request, Caller caller) {
    EditionLocks.Opened opened = locks.article(id, caller);
    Article article = opened.article();
    Edition edition = opened.edition();
    article.requireLive();
    ArticleDraft draft = drafts.findById(id);
    DeskArticle before = DeskArticle.of(article, draft, false);
    boolean last =
        articles.lockOfEdition(edition.id).stream()
            .allMatch(other -> other == article || other.state == ArticleState.WITHDRAWN);
    Instant now = clock.now();
    drafts.removeTags(id);
    List<Change> changes = new ArrayList<>(withdraw(List.of(article), request, now));
    if (last) {
      edition.withdraw(request, now);
    } else {
      edition.changedForAll(now);
    }
    changes.add(EditionChanges.of(edition, last ? "edition" : "articles"));
    changeLog.append(changes);
    DeskArticle after = DeskArticle.of(article, draft, false);
    audit.article(caller, "article.withdraw", article, before, after);
  }

  List<Change> all(UUID account, WithdrawRequest request, Instant now) {
    List<Edition> live = editions.lockPublishedOf(account);
    Map<UUID, List<Article>> content =
        articles.lockOfEditions(live.stream().map(edition -> edition.id).toList()).stream()
            .collect(groupingBy(article -> article.editionId));
    drafts.removeTagsOf(account);
    List<Change> changes = new ArrayList<>();
    for (Edition edition : live) {
      changes.addAll(withdraw(edition, content.get(edition.id), request, now));
    }
    // Hibernate would compare thousands of loaded entities at every later statement.
    editions.release(live);
    articles.release(content.values());
    return changes;
  }

  private static List<Change> withdraw(
      Edition edition, List<Article> all, WithdrawRequest request, Instant now) {
    edition.withdraw(request, now);
    List<Article> live =
        all.stream().filter(article -> article.state == ArticleState.PUBLISHED).toList();
    List<Change> changes = new ArrayList<>(withdraw(live, request, now));
    changes.add(EditionChanges.of(edition, "edition"));
    return changes;
  }

  private static List<Change> withdraw(
      Collection<Article> live, WithdrawRequest request, Instant now) {
    List<Change> changes = new ArrayList<>();
    for (Article article : live) {
      article.withdraw(request, now);
      changes.add(EditionChanges.of(article, List.of(article.tags), "article"));
    }
    return changes;
  }
}
