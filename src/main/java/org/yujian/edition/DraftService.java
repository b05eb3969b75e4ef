package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.body.Body;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.target.EditionTargets;

/** Manages drafts for imports, within the transaction of a caller that has locked the account. */
@ApplicationScoped
public class DraftService {

  private final EditionRepository editions;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final EditionTargets targets;
  private final DatabaseClock clock;

  DraftService(
      EditionRepository editions,
      ArticleRepository articles,
      DraftRepository drafts,
      EditionTargets targets,
      DatabaseClock clock) {
    this.editions = editions;
    this.articles = articles;
    this.drafts = drafts;
    this.targets = targets;
    this.clock = clock;
  }

  /** Creates an edition with one draft per content, in order; at most eight. */
  @Transactional(TxType.MANDATORY)
  public List<DraftRef> create(
      UUID account, List<DraftText> contents, List<UUID> followTargets, String by) {
    Edition edition = new Edition(account, by, clock.now());
    editions.persistAndFlush(edition);
    targets.show(edition.id, followTargets);
    List<DraftRef> made = new ArrayList<>();
    for (DraftText content : contents) {
      Article article = new Article(edition, made.size() + 1, clock.now());
      articles.persist(article);
      write(article, edition, content, by);
      made.add(DraftRef.of(article));
    }
    return made;
  }

  /** Writes the draft of an article, creating it if only a live copy exists. */
  @Transactional(TxType.MANDATORY)
  public DraftRef update(UUID articleId, DraftText content, String by) {
    Article article = articles.findById(articleId);
    Edition edition = editions.lock(article.editionId).orElseThrow();
    write(article, edition, content, by);
    edition.editDraft(clock.now());
    return DraftRef.of(article);
  }

  /** The newest article with a draft or revision that has this {@link DraftText#sha256}. */
  @Transactional(TxType.MANDATORY)
  public Optional<DraftMatch> findSame(UUID account, String sha256, Collection<UUID> except) {
    return drafts
        .articleWithContent(account, sha256, except)
        .map(id -> match(articles.findById(id)));
  }

  /**
   * The newest article with a draft or live copy that has this {@link Body#canonicalSha256}; the
   * match has that body.
   */
  @Transactional(TxType.MANDATORY)
  public Optional<DraftMatch> findSameText(
      UUID account, String canonicalSha256, Collection<UUID> except) {
    return drafts
        .articleWithText(account, canonicalSha256, except)
        .map(id -> match(articles.findById(id)))
        .map(
            match -> {
              ArticleDraft draft = drafts.findById(match.ref().articleId());
              boolean drafted = draft != null && draft.canonicalSha256.equals(canonicalSha256);
              return drafted ? match.with(draft.body) : match;
            });
  }

  /** Articles with this title, newest first; without withdrawn ones. */
  @Transactional(TxType.MANDATORY)
  public List<DraftMatch> findTitled(UUID account, String title, Collection<UUID> except) {
    return drafts.articlesTitled(account, title, except).stream().map(this::match).toList();
  }

  @Transactional(TxType.MANDATORY)
  public Optional<DraftMatch> find(UUID account, UUID article) {
    return articles
        .findByIdOptional(article)
        .filter(found -> found.accountId.equals(account))
        .map(this::match);
  }

  /** Adds tags to a draft; an article without a draft does not change. */
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

  @Transactional(TxType.MANDATORY)
  public DraftRef ref(UUID articleId) {
    return DraftRef.of(articles.findById(articleId));
  }

  /** Whether the draft has exactly this content and differs from what was live last. */
  @Transactional(TxType.MANDATORY)
  public boolean corrects(UUID articleId, DraftText content) {
    ArticleDraft draft = drafts.findById(articleId);
    return draft != null
        && draft.contentSha256.equals(content.sha256())
        && !drafts.differences(articles.findById(articleId), draft).isEmpty();
  }

  /** Whether the draft, or the live copy if there is no draft, has exactly this content. */
  @Transactional(TxType.MANDATORY)
  public boolean stands(UUID articleId, DraftText content) {
    Article article = articles.findById(articleId);
    ArticleDraft draft = drafts.findById(articleId);
    String sha256 =
        draft != null
            ? draft.contentSha256
            : drafts.live(article).map(revision -> revision.contentSha256).orElse(null);
    return content.sha256().equals(sha256);
  }

  /** Moves all other articles of a draft edition to a new one, so that these go live alone. */
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

  private void write(Article article, Edition edition, DraftText content, String by) {
    ArticleDraft draft = open(article, edition);
    draft.write(content, by, clock.now());
    drafts.persist(draft);
  }

  /** The article's draft, or a new unsaved draft with the content that was live last. */
  public ArticleDraft open(Article article, Edition edition) {
    ArticleDraft draft = drafts.findById(article.id);
    if (draft != null) {
      return draft;
    }
    return drafts
        .live(article)
        .map(live -> ArticleDraft.of(article, live, edition.deskVersion))
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
        live.map(revision -> revision.frontMatter.title())
            .or(() -> draft.map(working -> working.frontMatter().title()))
            .orElse(null),
        body);
  }
}
