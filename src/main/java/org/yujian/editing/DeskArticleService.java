package org.yujian.editing;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.auth.Caller;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleDraft;
import org.yujian.edition.ArticleProblems;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DeskArticleFilter;
import org.yujian.edition.DraftRepository;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.transaction.ReadSnapshot;

/** Lists, reads and compares articles for editors, with live copies and drafts. */
@ApplicationScoped
public class DeskArticleService {

  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final ReadSnapshot snapshot;

  DeskArticleService(ArticleRepository articles, DraftRepository drafts, ReadSnapshot snapshot) {
    this.articles = articles;
    this.drafts = drafts;
    this.snapshot = snapshot;
  }

  @Transactional
  DeskArticlePage list(DeskArticleFilter filter, PageRequest page, Caller caller) {
    snapshot.begin();
    List<Article> found = articles.deskPage(filter, caller.accounts(), page);
    if (filter.tag() != null || filter.q() != null) {
      Comparator<Article> order = Comparator.comparing(a -> PageKey.latest(a.id));
      found =
          Stream.concat(found.stream(), drafts.deskPage(filter, caller.accounts(), page).stream())
              .distinct()
              .sorted(page.upward() ? order.reversed() : order)
              .limit(page.rows())
              .toList();
    }
    ItemPage<Article> items = ItemPage.of(page, found, article -> PageKey.latest(article.id));
    Map<UUID, DeskArticle> shown =
        shown(items.items()).stream().collect(toMap(DeskArticle::id, each -> each));
    return DeskArticlePage.of(items.map(article -> shown.get(article.id)));
  }

  /** Views without bodies in the given order, read with a fixed number of statements. */
  @Transactional
  List<DeskArticle> shown(Collection<Article> some) {
    List<UUID> ids = some.stream().map(article -> article.id).toList();
    Map<UUID, ArticleDraft> working =
        drafts.of(ids).stream().collect(toMap(draft -> draft.articleId, draft -> draft));
    Map<UUID, List<String>> fields = drafts.differences(some, working.values());
    return some.stream()
        .map(
            article ->
                DeskArticle.of(article, working.get(article.id), false, fields.get(article.id)))
        .toList();
  }

  /** Views without bodies in the given order; unknown ids are left out. */
  @Transactional
  public List<DeskArticle> inOrder(List<UUID> ids) {
    Map<UUID, DeskArticle> found =
        shown(articles.byIds(ids)).stream().collect(toMap(DeskArticle::id, each -> each));
    return Ids.inOrder(ids, found);
  }

  @Transactional
  public DeskArticle read(UUID id, Caller caller) {
    snapshot.begin();
    Article article = find(id, caller);
    ArticleDraft draft = drafts.findById(id);
    List<String> fields = draft == null ? null : drafts.differences(article, draft);
    return DeskArticle.of(article, draft, true, fields);
  }

  /** Differences between the draft and the revision that was live last; 404 without a draft. */
  @Transactional
  public DraftDiff diff(UUID id, Caller caller) {
    snapshot.begin();
    Article article = find(id, caller);
    ArticleDraft draft = drafts.findById(id);
    if (draft == null) {
      throw ArticleProblems.draftNotFound(id);
    }
    return DraftDiff.between(drafts.live(article).orElse(null), draft);
  }

  private Article find(UUID id, Caller caller) {
    Article article = articles.findByIdOptional(id).orElseThrow(() -> ArticleProblems.notFound(id));
    caller.requireAccount(article.accountId, () -> ArticleProblems.notFound(id));
    return article;
  }
}
