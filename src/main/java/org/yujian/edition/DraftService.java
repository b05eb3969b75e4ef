package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.edition.body.Body;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.target.EditionTargets;

/**
 * Drafts: made, found again, changed and moved. For imports, in their transaction, with the account
 * locked.
 */
@ApplicationScoped
public class DraftService {

  @Inject EditionRepository editions;
  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject EditionTargets targets;
  @Inject DatabaseClock clock;

  /** Makes an edition of drafts, in order; at most eight. */
  @Transactional(TxType.MANDATORY)
  public List<DraftRef> create(
      UUID account, List<DraftContent> contents, List<UUID> followTargets, String by) {
    Edition edition = new Edition(account, by, clock.now());
    editions.persistAndFlush(edition);
    targets.show(edition.id, followTargets);
    List<DraftRef> made = new ArrayList<>();
    for (DraftContent content : contents) {
      Article article = new Article(edition, made.size() + 1, clock.now());
      articles.persist(article);
      write(article, edition, content, by);
      made.add(DraftRef.of(article));
    }
    return made;
  }

  /** Writes the draft of an article, making it when only a live copy exists. */
  @Transactional(TxType.MANDATORY)
  public DraftRef update(UUID articleId, DraftContent content, String by) {
    Article article = articles.findById(articleId);
    Edition edition = editions.lock(article.editionId).orElseThrow();
    write(article, edition, content, by);
    edition.editDraft(clock.now());
    return DraftRef.of(article);
  }

  /** The newest article whose draft or a revision has this {@link DraftContent#sha256}. */
  @Transactional(TxType.MANDATORY)
  public Optional<DraftMatch> findSame(UUID account, String sha256, Collection<UUID> except) {
    return drafts
        .articleWithContent(account, sha256, except)
        .map(id -> match(articles.findById(id)));
  }

  /** Articles with this title that are not withdrawn, newest first. */
  @Transactional(TxType.MANDATORY)
  public List<DraftMatch> findTitled(UUID account, String title, Collection<UUID> except) {
    return drafts.articlesTitled(account, title, except).stream().map(this::match).toList();
  }

  /** One article of the account, as {@link #findTitled} gives it. */
  @Transactional(TxType.MANDATORY)
  public Optional<DraftMatch> find(UUID account, UUID article) {
    return articles
        .findByIdOptional(article)
        .filter(found -> found.accountId.equals(account))
        .map(this::match);
  }

  /** Adds tags (slugs) to a draft; an article without a draft keeps what it has. */
  @Transactional(TxType.MANDATORY)
  public void addTags(UUID articleId, Collection<String> slugs, String by) {
    ArticleDraft draft = drafts.findById(articleId);
    if (draft != null && !slugs.isEmpty()) {
      Set<String> all = new LinkedHashSet<>(List.of(draft.tags));
      all.addAll(slugs);
      if (draft.tag(Tagging.checked(all), by, clock.now())) {
        editions.lock(articles.findById(articleId).editionId).orElseThrow().editDraft(clock.now());
      }
    }
  }

  /** Where an article stands now. */
  @Transactional(TxType.MANDATORY)
  public DraftRef ref(UUID articleId) {
    return DraftRef.of(articles.findById(articleId));
  }

  /** Whether a live article has a draft of exactly this content, and not all of it is live. */
  @Transactional(TxType.MANDATORY)
  public boolean corrects(UUID articleId, DraftContent content) {
    ArticleDraft draft = drafts.findById(articleId);
    return draft != null
        && draft.contentSha256.equals(content.sha256())
        && !drafts.differences(articles.findById(articleId), draft).isEmpty();
  }

  /** Whether the article's draft or, without one, its live copy is exactly this content. */
  @Transactional(TxType.MANDATORY)
  public boolean stands(UUID articleId, DraftContent content) {
    Article article = articles.findById(articleId);
    ArticleDraft draft = drafts.findById(articleId);
    String sha256 =
        draft != null
            ? draft.contentSha256
            : drafts.live(article).map(revision -> revision.contentSha256).orElse(null);
    return content.sha256().equals(sha256);
  }

  /**
   * Leaves only these articles in a draft edition: the others move, in order, to a new one that
   * shows the same follow targets. For publishing a part of it.
   */
  @Transactional(TxType.MANDATORY)
  public void keepOnly(UUID editionId, Collection<UUID> kept, String by) {
    Edition edition = editions.lock(editionId).orElseThrow();
    edition.requireEditable();
    List<Article> all = articles.lockOfEdition(editionId);
    List<Article> leaving = all.stream().filter(a -> !kept.contains(a.id)).toList();
    if (leaving.isEmpty()) {
      return;
    }
    Edition other = new Edition(edition.accountId, by, clock.now());
    editions.persistAndFlush(other);
    targets.show(other.id, targets.shown(editionId));
    place(leaving, other);
    place(all.stream().filter(a -> kept.contains(a.id)).toList(), edition);
    edition.changedAtDesk(clock.now());
  }

  private static void place(List<Article> inOrder, Edition edition) {
    for (int i = 0; i < inOrder.size(); i++) {
      inOrder.get(i).place(edition, i + 1);
    }
  }

  private void write(Article article, Edition edition, DraftContent content, String by) {
    ArticleDraft draft = open(article, edition);
    draft.write(content, by, clock.now());
    drafts.persist(draft);
  }

  /** The article's draft, or a new one from what was live last; not stored yet. */
  ArticleDraft open(Article article, Edition edition) {
    ArticleDraft draft = drafts.findById(article.id);
    if (draft != null) {
      return draft;
    }
    return drafts
        .live(article)
        .map(live -> ArticleDraft.of(article, live, edition))
        .orElseGet(() -> new ArticleDraft(article));
  }

  private DraftMatch match(Article article) {
    Optional<ArticleDraft> draft = drafts.findByIdOptional(article.id);
    Optional<ArticleRevision> live = article.liveRev > 0 ? drafts.live(article) : Optional.empty();
    Body body =
        live.map(revision -> revision.body)
            .or(() -> draft.map(working -> working.body))
            .orElse(new Body(List.of()));
    return new DraftMatch(
        DraftRef.of(article),
        draft.map(working -> working.contentSha256).orElse(null),
        live.map(revision -> revision.contentSha256).orElse(null),
        live.map(revision -> revision.title)
            .or(() -> draft.map(working -> working.title))
            .orElse(null),
        body);
  }
}
