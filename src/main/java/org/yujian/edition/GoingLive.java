package org.yujian.edition;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yujian.account.AccountService;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.tag.TagService;
import org.yujian.target.EditionTargets;

/**
 * The steps by which drafts become public, within the transaction and the locks of {@link
 * Publishing}, {@link Republishing} and {@link Corrections}: freeze, then go live under the log's
 * lock.
 */
@ApplicationScoped
class GoingLive {

  @Inject EditionRepository editions;
  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject AccountService accounts;
  @Inject EditionTargets targets;
  @Inject TagService tags;
  @Inject Tagging tagging;
  @Inject ChangeLog changeLog;
  @Inject DatabaseClock clock;

  /**
   * An edition ready to go live, its rows locked and its revisions written.
   *
   * @param moment asked for an archive; null for now
   */
  record Ready(Edition edition, List<Frozen> articles, Instant moment) {}

  /** An article with the revision that will be its live copy. */
  record Frozen(Article article, ArticleRevision revision, String[] tags) {}

  /** The drafts of an edition that may go live; 422 naming what keeps it from that. */
  List<ArticleDraft> publishable(Edition edition, List<Article> inOrder) {
    if (inOrder.isEmpty()) {
      throw EditionProblems.empty(edition);
    }
    List<ArticleDraft> working = inOrder.stream().map(a -> drafts.findById(a.id)).toList();
    PublishRules.check(working);
    return working;
  }

  /** Writes the revisions of an edition's drafts, which go. */
  Ready freeze(Edition edition, Instant moment, String by) {
    edition.requirePublishable();
    List<Article> inOrder = articles.lockOfEdition(edition.id);
    List<ArticleDraft> working = publishable(edition, inOrder);
    List<Frozen> frozen = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      frozen.add(freeze(inOrder.get(i), working.get(i), null, by));
    }
    return new Ready(edition, frozen, moment);
  }

  /**
   * As {@link #freeze(Edition, Instant, String)} for what was taken back, with or without draft.
   */
  Ready freezeAgain(Edition edition, List<Article> withdrawn, String by) {
    List<Frozen> frozen = new ArrayList<>();
    for (Article article : withdrawn) {
      article.requireWithdrawn();
      ArticleDraft draft = drafts.findById(article.id);
      if (draft == null) {
        frozen.add(again(article, by));
      } else {
        PublishRules.check(List.of(draft));
        frozen.add(freeze(article, draft, null, by));
      }
    }
    return new Ready(edition, frozen, null);
  }

  private Frozen again(Article article, String by) {
    ArticleRevision last = drafts.live(article).orElseThrow();
    if (last.purgedAt != null) {
      throw ArticleProblems.purged(article.id);
    }
    ArticleRevision revision = new ArticleRevision(article, last, by, clock.now());
    drafts.persist(revision);
    return new Frozen(article, revision, article.tags);
  }

  /** Writes the draft of an article as its next revision; the draft goes. */
  Frozen freeze(Article article, ArticleDraft draft, Correction correction, String by) {
    if (article.liveRev > 0) {
      ArticleRevision last = drafts.live(article).orElseThrow();
      Provenance.requireSameTitle(last.provenance, draft.provenance);
    }
    ArticleRevision revision = new ArticleRevision(article, draft, correction, by, clock.now());
    drafts.persist(revision);
    drafts.delete(draft);
    return new Frozen(article, revision, draft.tags);
  }

  /**
   * Puts live what is ready and appends the rows for the log. Of several editions the last goes
   * first, so that the feed shows them in the order given.
   */
  void goLive(List<Ready> ready, List<Change> owed) {
    List<Change> changes = new ArrayList<>(owed);
    for (Ready one : ready) {
      changes.addAll(accounts.open(one.edition().accountId));
    }
    tags.lock(
        ready.stream()
            .flatMap(one -> one.articles().stream())
            .flatMap(article -> Stream.of(article.tags()))
            .collect(toSet()));
    changes.addAll(targets.open(ready.stream().map(one -> one.edition().id).toList()));
    if (!ready.isEmpty()) {
      changeLog.lock();
      for (int i = ready.size() - 1; i >= 0; i--) {
        changes.addAll(goLive(ready.get(i)));
      }
    }
    if (!changes.isEmpty()) {
      changeLog.append(changes);
    }
  }

  /** Under the log's lock: the moment that orders the feed, and what carries it. */
  private List<Change> goLive(Ready ready) {
    Instant now = clock.now();
    Instant asked = ready.moment();
    Instant at = asked == null ? editions.nextPublishedAt(now) : editions.freeMoment(asked);
    Instant since = asked == null ? at : now;
    String part = goLive(ready.edition(), at, since);
    List<Change> changes = new ArrayList<>();
    for (Frozen frozen : ready.articles()) {
      Article article = frozen.article();
      if (article.state == ArticleState.WITHDRAWN) {
        article.republish(frozen.revision(), frozen.tags(), at, since);
      } else {
        article.publish(frozen.revision(), frozen.tags(), at, since);
      }
      tagging.indexNew(article);
      changes.add(EditionChanges.of(article, List.of(article.tags), "article"));
    }
    editions.flush();
    changes.add(EditionChanges.of(ready.edition(), part));
    return changes;
  }

  /** The part of the edition that is different then. */
  private static String goLive(Edition edition, Instant at, Instant now) {
    switch (edition.state) {
      case PUBLISHED -> {
        edition.changedForAll(now);
        return "articles";
      }
      case WITHDRAWN -> edition.republish(at, now);
      default -> edition.publish(at, now);
    }
    return "edition";
  }
}
