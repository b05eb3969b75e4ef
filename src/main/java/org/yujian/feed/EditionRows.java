package org.yujian.feed;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;
import org.yujian.target.FollowTargetView;

/** Published editions in list order, with articles and follow targets in no particular order. */
record EditionRows(
    List<EditionRow> editions, List<ArticleSummary> articles, List<FollowTargetView> targets) {

  /** Reads everything with one statement; {@code shown} gives the part for the follow targets. */
  static EditionRows read(
      Function<String, SqlPart<FollowTargetView>> shown,
      Function<UnaryOperator<SqlQuery<EditionRow>>, List<EditionRow>> query) {
    List<ArticleSummary> articles = new ArrayList<>();
    List<FollowTargetView> targets = new ArrayList<>();
    List<EditionRow> editions =
        query.apply(
            rows ->
                rows.with(
                        PublishedArticleRepository.partOf(PublishedEditionRepository.FOUND),
                        articles::add)
                    .with(shown.apply(PublishedEditionRepository.FOUND), targets::add));
    return new EditionRows(editions, articles, targets);
  }

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
