package org.yujian.feed;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.yujian.feed.ArticleView.Neighbour;
import org.yujian.feed.ArticleView.Surroundings;
import org.yujian.target.FollowTargetView;

/** Unordered rows of the detail view. The siblings of an article contain the article. */
record ArticleDetailRows(
    List<LiveArticle> articles,
    List<CorrectionRow> corrections,
    List<Sibling> siblings,
    List<FollowTargetView> targets) {

  ArticleDetailRows() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  List<ArticleView> views() {
    return articles.stream().map(this::view).toList();
  }

  private ArticleView view(LiveArticle article) {
    ArticleSummary light = article.light();
    return ArticleView.of(
        light,
        article.body(),
        new Surroundings(
            corrections.stream()
                .filter(correction -> correction.articleId().equals(light.id()))
                .sorted(comparing(CorrectionRow::rev))
                .map(CorrectionRow::view)
                .toList(),
            targets.stream()
                .filter(target -> target.editionId().equals(light.editionId()))
                .sorted(comparing(FollowTargetView::position))
                .toList(),
            neighbour(light, -1),
            neighbour(light, 1)));
  }

  /** The previous article of the edition if {@code way} is -1, the next if {@code way} is 1. */
  private Neighbour neighbour(ArticleSummary article, int way) {
    return siblings.stream()
        .filter(other -> other.editionId().equals(article.editionId()))
        .filter(other -> (other.position() - article.position()) * way > 0)
        .min(comparing(other -> (other.position() - article.position()) * way))
        .map(other -> new Neighbour(other.id(), other.position(), other.title()))
        .orElse(null);
  }
}
