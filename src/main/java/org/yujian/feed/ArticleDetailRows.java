package org.yujian.feed;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.yujian.feed.ArticleView.Neighbour;
import org.yujian.feed.ArticleView.Surroundings;
import org.yujian.target.FollowTargetView;

/** Unordered rows of the detail view, read with one statement; an article is its own sibling. */
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

  /** The nearest article of the edition; {@code way} is -1 for the previous, 1 for the next. */
  private Neighbour neighbour(ArticleSummary article, int way) {
    return siblings.stream()
        .filter(other -> other.editionId().equals(article.editionId()))
        .filter(other -> (other.position() - article.position()) * way > 0)
        .min(comparing(other -> (other.position() - article.position()) * way))
        .map(other -> new Neighbour(other.id(), other.position(), other.title()))
        .orElse(null);
  }
}
