package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.auth.Caller;
import org.yujian.body.Body;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleDraft;
import org.yujian.edition.ArticleProblems;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.ArticleSettings;
import org.yujian.edition.ArticleState;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DraftRepository;
import org.yujian.edition.DraftService;
import org.yujian.edition.Edition;
import org.yujian.edition.EditionAudit;
import org.yujian.edition.EditionLocks;
import org.yujian.edition.EditionProblems;
import org.yujian.edition.EditionRepository;
import org.yujian.edition.EditionState;
import org.yujian.media.PictureLibrary;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;
import org.yujian.tag.TagService;

/** Creates, changes, moves and deletes drafts of articles for editors. Changes nothing public. */
@ApplicationScoped
public class ArticleDrafts {

  private final EditionRepository editions;
  private final EditionLocks locks;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final DraftService working;
  private final EditionDrafts places;
  private final TagService tags;
  private final PictureLibrary pictures;
  private final DatabaseClock clock;
  private final EditionAudit audit;

  ArticleDrafts(
      EditionRepository editions,
      EditionLocks locks,
      ArticleRepository articles,
      DraftRepository drafts,
      DraftService working,
      EditionDrafts places,
      TagService tags,
      PictureLibrary pictures,
      DatabaseClock clock,
      EditionAudit audit) {
    this.editions = editions;
    this.locks = locks;
    this.articles = articles;
    this.drafts = drafts;
    this.working = working;
    this.places = places;
    this.tags = tags;
    this.pictures = pictures;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * An article, its edition (both locked) and draft; {@code seen} is the view before the change.
   */
  private record Opened(Edition edition, Article article, ArticleDraft draft, DeskArticle seen) {}

  /** Adds an article to a draft edition, at the end if {@code position} is null; returns its id. */
  @RetryOnConflict
  @Transactional
  UUID add(UUID editionId, Integer position, ArticleInput written, Caller caller) {
    Edition edition = locks.edition(editionId, caller);
    edition.requireOpen();
    List<Article> inOrder = new ArrayList<>(articles.lockOfEdition(editionId));
    places.requireRoom(edition, inOrder);
    Article article = make(edition, inOrder.size() + 1, written, caller);
    inOrder.add(position == null ? inOrder.size() : places.index(position, inOrder), article);
    places.place(inOrder, edition);
    edition.changedAtDesk(clock.now());
    audit.article(caller, "article.create", article, null, seen(article));
    return article.id;
  }

  Article make(Edition edition, int position, ArticleInput written, Caller caller) {
    Article article = new Article(edition, position, clock.now());
    articles.persist(article);
    write(article, new ArticleDraft(article), written, caller);
    return article;
  }

  /** Changes the draft of an article; creates the draft if the article has only a live copy. */
  @RetryOnConflict
  @Transactional
  void change(UUID id, ArticleInput written, long expected, Caller caller) {
    Opened opened = open(id, expected, caller);
    ArticleDraft draft = working.open(opened.article(), opened.edition());
    if (opened.edition().state == EditionState.SCHEDULED) {
      throw EditionProblems.scheduled(opened.edition().id, opened.edition().scheduledAt);
    }
    if (write(opened.article(), draft, written, caller)) {
      opened.edition().editDraft(clock.now());
      audit.article(
          caller,
          "article.change",
          opened.article(),
          opened.seen(),
          DeskArticle.of(opened.article(), draft, true));
    }
  }

  /** Deletes a draft, the article if it was never live, and the edition with its last article. */
  @RetryOnConflict
  @Transactional
  MoveResult remove(UUID id, long expected, Caller caller) {
    Opened opened = open(id, expected, caller);
    Article article = opened.article();
    Edition edition = opened.edition();
    if (article.state == ArticleState.DRAFT) {
      edition.requireNeverLive();
      places.delete(article);
      boolean deleted = places.closeRanks(edition);
      audit.article(caller, "article.delete", article, opened.seen(), null);
      return new MoveResult(id, "deleted", edition.id, deleted);
    }
    if (opened.draft() == null) {
      throw ArticleProblems.wasPublished(id);
    }
    edition.editDraft(clock.now());
    drafts.delete(opened.draft());
    audit.article(
        caller, "article.discard", article, opened.seen(), DeskArticle.of(article, null, true));
    return new MoveResult(id, "discarded", edition.id, false);
  }

  /** Moves a draft within its edition, or to another edition of the same account. */
  @RetryOnConflict
  @Transactional
  MoveResult move(UUID id, MoveArticle where, long expected, Caller caller) {
    Opened opened = open(id, expected, caller);
    Article article = opened.article();
    if (article.state != ArticleState.DRAFT) {
      throw ArticleProblems.wasPublished(id);
    }
    Edition from = opened.edition();
    from.requireOpen();
    Edition to = target(where.editionId(), article, caller);
    to.requireOpen();
    List<Article> inOrder = new ArrayList<>(articles.lockOfEdition(to.id));
    inOrder.remove(article);
    places.requireRoom(to, inOrder);
    inOrder.add(
        where.position() == null ? inOrder.size() : places.index(where.position(), inOrder),
        article);
    places.place(inOrder, to);
    to.changedAtDesk(clock.now());
    boolean deleted = from != to && places.closeRanks(from);
    audit.article(caller, "article.move", article, opened.seen(), seen(article));
    return new MoveResult(id, "moved", from.id, deleted);
  }

  private Edition target(UUID id, Article article, Caller caller) {
    UUID account = editions.accountOf(id).orElseThrow(() -> EditionProblems.notFound(id));
    caller.requireAccount(account, () -> EditionProblems.notFound(id));
    Edition edition = editions.lock(id).orElseThrow(() -> EditionProblems.notFound(id));
    if (!account.equals(article.accountId)) {
      throw EditionProblems.ofOtherAccount(edition.id);
    }
    return edition;
  }

  private Opened open(UUID id, long expected, Caller caller) {
    EditionLocks.Opened opened = locks.article(id, caller);
    Article article = opened.article();
    ArticleDraft draft = drafts.findById(id);
    DeskArticle seen = DeskArticle.of(article, draft, true);
    if (expected != seen.tagVersion()) {
      throw stale(article, draft, seen);
    }
    return new Opened(opened.edition(), article, draft, seen);
  }

  /** 412 with the last change of the draft and its fields that differ from the live copy. */
  private Problem stale(Article article, ArticleDraft draft, DeskArticle now) {
    Problem problem =
        IfMatch.stale(now.tagVersion(), draft == null ? article.liveAt : draft.changedAt);
    if (draft == null) {
      return problem.with("changed", List.of("live"));
    }
    return problem
        .with("changedBy", draft.changedBy)
        .with("changed", drafts.differences(article, draft));
  }

  private boolean write(Article article, ArticleDraft draft, ArticleInput written, Caller caller) {
    ArticleSettings given = written.settings().apply(draft.settings());
    ArticleSettings settings = given.withCover(pictures.resolve(given.cover(), article.accountId));
    List<String> known = draft.tags == null ? List.of() : List.of(draft.tags);
    Stream.ofNullable(settings.tags())
        .flatMap(List::stream)
        .filter(slug -> !known.contains(slug))
        .forEach(tags::read);
    Body body =
        written.body() == null
            ? draft.body == null ? new Body(List.of()) : draft.body
            : written
                .body()
                .body()
                .withPictures(picture -> pictures.resolveOwn(picture, article.accountId));
    boolean changed = draft.edit(settings, body, caller.name(), clock.now());
    if (changed) {
      drafts.persist(draft);
    }
    return changed;
  }

  private DeskArticle seen(Article article) {
    return DeskArticle.of(article, drafts.findById(article.id), true);
  }
}
