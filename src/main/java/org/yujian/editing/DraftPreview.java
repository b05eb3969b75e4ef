package org.yujian.editing;

import java.util.List;
import org.yujian.body.ReadingTime;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleDraft;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.ArticleView;
import org.yujian.target.FollowTargetView;

/** Builds the view of a published article from a draft; called by {@link PreviewService}. */
final class DraftPreview {

  private DraftPreview() {}

  static ArticleView of(Article a, ArticleDraft draft, List<FollowTargetView> followTargets) {
    return new ArticleView(
        summary(a, draft),
        draft.body.html(),
        null,
        null,
        null,
        draft.canonicalSha256,
        List.of(),
        followTargets,
        draft.provenance,
        null,
        null);
  }

  private static ArticleSummary summary(Article a, ArticleDraft draft) {
    return new ArticleSummary(
        a.id,
        a.liveRev + 1,
        a.version + 1,
        a.accountId,
        a.editionId,
        a.position,
        draft.frontMatter().withDigestOf(draft.body).titled(),
        a.publishedAt == null ? draft.changedAt : a.publishedAt,
        draft.changedAt,
        List.of("preview"),
        List.of(draft.tags),
        draft.characters,
        ReadingTime.seconds(draft.characters));
  }
}
