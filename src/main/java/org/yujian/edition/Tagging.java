package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.change.ChangeLog;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.tag.TagService;
import org.yujian.tag.TagView;

/** Adds and removes tags. On a live article this is public at once and needs publish rights. */
@ApplicationScoped
public class Tagging {

  public static final int LIMIT = 20;

  private final EditionLocks locks;
  private final DraftRepository drafts;
  private final TagService tags;
  private final ChangeLog changeLog;
  private final EditionAudit audit;
  private final DatabaseClock clock;

  Tagging(
      EditionLocks locks,
      DraftRepository drafts,
      TagService tags,
      ChangeLog changeLog,
      EditionAudit audit,
      DatabaseClock clock) {
    this.locks = locks;
    this.drafts = drafts;
    this.tags = tags;
    this.changeLog = changeLog;
    this.audit = audit;
    this.clock = clock;
  }

  /** Adds a tag; no effect if the article already has the tag. */
  @RetryOnConflict
  @Transactional
  public DeskArticle add(UUID articleId, String slug, Caller caller) {
    TagView tag = tags.read(slug);
    return change(articleId, tag.slug(), Set::add, caller, "article.tag");
  }

  /** Removes a tag; no effect if the article does not have the tag. */
  @RetryOnConflict
  @Transactional
  public DeskArticle remove(UUID articleId, String slug, Caller caller) {
    return change(articleId, slug, Set::remove, caller, "article.untag");
  }

  private DeskArticle change(
      UUID id, String slug, BiPredicate<Set<String>, String> step, Caller caller, String action) {
    EditionLocks.Opened opened = locks.article(id, caller);
    Article article = opened.article();
    Edition edition = opened.edition();
    if (article.liveRev > 0) {
      caller.require(Scopes.CONTENT_PUBLISH);
      article.requireLive();
    }
    ArticleDraft draft = drafts.findById(id);
    DeskArticle before = DeskArticle.of(article, draft, false);
    if (draft != null) {
      boolean changed = draft.tag(stepped(draft.tags, slug, step), caller.name(), clock.now());
      if (changed) {
        edition.editDraft(clock.now());
      }
    }
    if (article.liveRev > 0) {
      tagLive(article, edition, stepped(article.tags, slug, step));
    }
    DeskArticle after = DeskArticle.of(article, draft, false);
    audit.article(caller, action, article, before, after);
    return after;
  }

  private void tagLive(Article article, Edition edition, String[] slugs) {
    Set<String> scopes = new TreeSet<>(List.of(article.tags));
    scopes.addAll(List.of(slugs));
    if (article.tag(slugs)) {
      index(article);
      edition.changedForAll(clock.now());
      changeLog.append(EditionChanges.of(edition, article, scopes, "tags"));
    }
  }

  void index(Article article) {
    drafts.removeTags(article.id);
    indexNew(article);
  }

  void indexNew(Article article) {
    Map<String, UUID> ids = tags.resolve(List.of(article.tags));
    for (String slug : article.tags) {
      drafts.persist(new TaggedArticle(article, ids.get(slug)));
    }
  }

  private static String[] stepped(
      String[] slugs, String slug, BiPredicate<Set<String>, String> step) {
    Set<String> all = new LinkedHashSet<>(List.of(slugs));
    step.test(all, slug);
    return checked(all);
  }

  /** The slugs without duplicates; 422 if there are too many. */
  static String[] checked(Collection<String> slugs) {
    if (slugs.size() > LIMIT) {
      throw ArticleProblems.tooManyTags(LIMIT);
    }
    return slugs.toArray(String[]::new);
  }
}
