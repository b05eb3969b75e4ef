package org.yujian.edition;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.yujian.edition.ArticleView.Neighbour;
import org.yujian.edition.ArticleView.Surroundings;
import org.yujian.target.FollowTargetView;

/**
 * Live articles with all that a detail shows, read by one statement.
 *
 * @param articles in no order, like the others
 * @param siblings all live articles of their editions, themselves too
 * @param targets what their editions show
 */
record Details(
    List<LiveArticle> articles,
    List<CorrectionRow> corrections,
    List<Sibling> siblings,
    List<FollowTargetView> targets) {

  Details() {
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

  /** The nearest in the edition before (-1) or after (1). */
  private Neighbour neighbour(ArticleSummary article, int way) {
    return siblings.stream()
        .filter(other -> other.editionId().equals(article.editionId()))
        .filter(other -> (other.position() - article.position()) * way > 0)
        .min(comparing(other -> (other.position() - article.position()) * way))
        .map(other -> new Neighbour(other.id(), other.position(), other.title()))
        .orElse(null);
  }
}
