package org.yujian.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.feed.ArticleService;
import org.yujian.feed.ArticleSummary;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.transaction.ReadSnapshot;

/** Lists starred articles. */
@ApplicationScoped
class StarService {

  private final ReadingMarkRepository marks;
  private final ArticleService articles;
  private final ReadSnapshot snapshot;

  StarService(ReadingMarkRepository marks, ArticleService articles, ReadSnapshot snapshot) {
    this.marks = marks;
    this.articles = articles;
    this.snapshot = snapshot;
  }

  @Transactional
  StarPage list(ReaderIdentity who, PageRequest page) {
    snapshot.begin();
    ItemPage<MarkRow> found =
        ItemPage.of(page, marks.starred(who.key(), page), row -> row.mark().starKey());
    List<UUID> ids = found.items().stream().map(row -> row.mark().articleId).toList();
    Map<UUID, ArticleSummary> live = articles.present(ids).views();
    return StarPage.of(
        found.map(row -> new StarredArticle(row.view(), live.get(row.mark().articleId))),
        articles.included(Ids.inOrder(ids, live)));
  }
}
