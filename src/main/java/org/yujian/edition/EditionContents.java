package org.yujian.edition;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;
import org.yujian.target.FollowTargetView;

/**
 * Published editions with all that they show, read by one statement.
 *
 * @param editions in their order
 * @param articles live ones of all of them, in no order
 * @param targets what they show, in no order
 */
record EditionContents(
    List<EditionRow> editions, List<ArticleSummary> articles, List<FollowTargetView> targets) {

  /** Reads them by a query that takes these parts along. */
  static EditionContents read(
      Function<String, SqlPart<FollowTargetView>> shown,
      Function<UnaryOperator<SqlQuery<EditionRow>>, List<EditionRow>> query) {
    List<ArticleSummary> articles = new ArrayList<>();
    List<FollowTargetView> targets = new ArrayList<>();
    List<EditionRow> editions =
        query.apply(
            rows ->
                rows.with(ArticleRepository.partOf(EditionRepository.FOUND), articles::add)
                    .with(shown.apply(EditionRepository.FOUND), targets::add));
    return new EditionContents(editions, articles, targets);
  }

  /** The live articles of these, by edition and place. */
  List<ArticleSummary> articlesOf(List<EditionRow> some) {
    return some.stream()
        .flatMap(
            edition ->
                articles.stream()
                    .filter(article -> article.editionId().equals(edition.id()))
                    .sorted(comparing(ArticleSummary::position)))
        .toList();
  }

  EditionView view(EditionRow edition) {
    return EditionView.of(
        edition,
        articlesOf(List.of(edition)),
        targets.stream()
            .filter(target -> edition.id().equals(target.editionId()))
            .sorted(comparing(FollowTargetView::position))
            .toList());
  }
}
