package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.auth.Audit;
import org.yujian.auth.Audited;
import org.yujian.auth.Caller;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.TriedOnceMore;

/** Taking published content back: it answers 410 from then on. */
@ApplicationScoped
public class Withdrawing {

  @Inject EditionRepository editions;
  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject AccountService accounts;
  @Inject ChangeLog changeLog;
  @Inject Audit audit;
  @Inject DatabaseClock clock;

  /** Takes an edition back with all its articles. */
  @TriedOnceMore
  @Transactional
  public void edition(UUID id, WithdrawRequest request, Caller caller) {
    UUID account = editions.accountOf(id).orElseThrow(() -> EditionProblems.notFound(id));
    lock(account, caller);
    Edition edition = editions.lock(id).orElseThrow();
    DeskEdition before = DeskEdition.of(edition, List.of(), List.of());
    Instant now = clock.now();
    edition.withdraw(request, now);
    List<Change> changes = new ArrayList<>();
    for (Article article : articles.lockOfEdition(id)) {
      if (article.state == ArticleState.PUBLISHED) {
        changes.add(withdraw(article, request, now));
      }
    }
    changes.add(EditionChanges.of(edition, "edition"));
    changeLog.append(changes);
    DeskEdition after = DeskEdition.of(edition, List.of(), List.of());
    audit.record(caller, new Audited("edition.withdraw", "edition", id, account, before, after));
  }

  /** Takes one article back; the last one of an edition takes the edition with it. */
  @TriedOnceMore
  @Transactional
  public void article(UUID id, WithdrawRequest request, Caller caller) {
    UUID account = articles.accountOf(id).orElseThrow(() -> ArticleProblems.notFound(id));
    lock(account, caller);
    Article article = articles.findById(id);
    Edition edition = editions.lock(article.editionId).orElseThrow();
    article.requireLive();
    ArticleDraft draft = drafts.findById(id);
    DeskArticle before = DeskArticle.of(article, draft, false);
    boolean last =
        articles.lockOfEdition(edition.id).stream()
            .allMatch(other -> other == article || other.state == ArticleState.WITHDRAWN);
    Instant now = clock.now();
    List<Change> changes = new ArrayList<>(List.of(withdraw(article, request, now)));
    if (last) {
      edition.withdraw(request, now);
    } else {
      edition.changedForAll(now);
    }
    changes.add(EditionChanges.of(edition, last ? "edition" : "articles"));
    changeLog.append(changes);
    DeskArticle after = DeskArticle.of(article, draft, false);
    audit.record(caller, new Audited("article.withdraw", "article", id, account, before, after));
  }

  private void lock(UUID account, Caller caller) {
    caller.requireAccount(account);
    accounts.lock(account);
  }

  private Change withdraw(Article article, WithdrawRequest request, Instant now) {
    List<String> tags = List.of(article.tags);
    article.withdraw(request, now);
    drafts.removeTags(article.id);
    return EditionChanges.of(article, tags, "article");
  }
}
