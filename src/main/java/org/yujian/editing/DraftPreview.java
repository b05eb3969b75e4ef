package org.yujian.editing;

import java.util.List;
import org.yujian.body.Digest;
import org.yujian.body.ReadingTime;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleDraft;
import org.yujian.feed.ArticleView;
import org.yujian.target.FollowTargetView;

/** Shows a draft in the form of a published article; called by {@link PreviewService}. */
final class DraftPreview {

  private DraftPreview() {}

  /** The article as it would read if the draft went live now. */
  static ArticleView of(Article a, ArticleDraft draft, List<FollowTargetView> followTargets) {
    return new ArticleView(
        a.id,
        a.liveRev + 1,
        a.version + 1,
        a.accountId,
        a.editionId,
        a.position,
        draft.kicker,
        draft.title == null ? "" : draft.title,
        draft.subtitle,
        draft.digest == null ? Digest.of(draft.body) : draft.digest,
        draft.source,
        draft.author,
        draft.cover,
        a.publishedAt == null ? draft.changedAt : a.publishedAt,
        draft.changedAt,
        List.of("preview"),
        List.of(draft.tags),
        draft.characters,
        ReadingTime.seconds(draft.characters),
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
}
