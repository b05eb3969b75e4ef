package org.yujian.home;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Applies a device's operations in order to a reader's marks in memory; the caller stores them. */
final class MarkChanges {

  private final long readerKey;
  private final Map<UUID, MarkedArticle> articles;
  private final Map<UUID, ReadingMark> marks;
  private final Instant now;

  /** In the order of their last changes. */
  private final Set<ReadingMark> changed = new LinkedHashSet<>();

  /**
   * @param articles articles of the operations that are or were live
   * @param marks existing marks of the reader; new ones are added to this map
   */
  MarkChanges(
      long readerKey,
      Map<UUID, MarkedArticle> articles,
      Map<UUID, ReadingMark> marks,
      Instant now) {
    this.readerKey = readerKey;
    this.articles = articles;
    this.marks = marks;
    this.now = now;
  }

  /** Applies an operation and returns its result, a constant of {@link MarkResult}. */
  String apply(MarkOp op) {
    MarkedArticle article = articles.get(op.articleId());
    if (article == null) {
      return MarkResult.UNKNOWN;
    }
    ReadingMark mark =
        marks.computeIfAbsent(article.id(), id -> new ReadingMark(readerKey, article));
    Instant at = op.at().isAfter(now) ? now : op.at();
    int rev = op.rev() == null ? article.liveRev() : Math.min(op.rev(), article.liveRev());
    boolean rose = op.read() != null && mark.read(rev, at);
    boolean starred = op.star() != null && mark.star(op.star(), at);
    boolean moved = op.position() != null && mark.position(op.position(), at);
    if (!rose && !starred && !moved) {
      return MarkResult.KEPT;
    }
    changed.remove(mark);
    changed.add(mark);
    return MarkResult.APPLIED;
  }

  Collection<ReadingMark> changed() {
    return changed;
  }

  ReaderMark view(UUID articleId) {
    MarkedArticle article = articles.get(articleId);
    return article == null ? null : ReaderMark.of(marks.get(articleId), article.liveRev());
  }
}
