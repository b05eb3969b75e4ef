package org.yujian.search;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.yujian.change.SyncToken;
import org.yujian.search.LiveTexts.Portion;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexUnavailable;

/**
 * The generation that searches use while another one is filled. It follows the change log
 * meanwhile, so that searches find new articles and drop withdrawn ones.
 *
 * <p>What is written to it follows this program's rules. Articles of older rules stay in it, and
 * are found as far as both rules agree. Nothing of it is ever committed: a release that comes back
 * goes on from its own last commit, and finds no article of other rules.
 *
 * <p>Where the log does not reach back to its position, it gets all articles that are newer than
 * its newest one first. Older articles that changed in the gap stay as they were.
 */
final class PreviousIndex {

  private static final Logger LOG = Logger.getLogger(PreviousIndex.class);

  private final IndexGeneration index;
  private final LiveTexts texts;
  private final BatchWriter writer;
  private final LogFollower log;

  /** Whether it lacks changes that the log does not have any more. */
  private final boolean gap;

  private SyncToken token;
  private boolean newer;
  private boolean failed;
  private SyncToken applied;

  /** Newest article before; above it, articles from {@link #below} on are written. */
  private long newest = Long.MIN_VALUE;

  private long below = Long.MAX_VALUE;

  private PreviousIndex(
      IndexGeneration index, LiveTexts texts, BatchWriter writer, SyncToken token, boolean gap) {
    this.index = index;
    this.texts = texts;
    this.writer = writer;
    this.log = new LogFollower(texts, writer);
    this.token = token;
    this.gap = gap;
    this.newer = gap;
  }

  /**
   * Goes on from a position.
   *
   * @param token of its last commit; the log reaches back to it
   */
  static PreviousIndex following(
      IndexGeneration index, LiveTexts texts, BatchWriter writer, SyncToken token) {
    return new PreviousIndex(index, texts, writer, token, false);
  }

  /**
   * Follows the log from its end on.
   *
   * @param end of the log
   */
  static PreviousIndex withGap(
      IndexGeneration index, LiveTexts texts, BatchWriter writer, SyncToken end) {
    return new PreviousIndex(index, texts, writer, end, true);
  }

  /**
   * Writes a portion. Does nothing after the engine refused to write it: that must not keep the new
   * generation from being filled.
   */
  void step() {
    if (failed) {
      return;
    }
    try {
      if (newer) {
        writeNewer();
      } else {
        follow();
      }
    } catch (IndexUnavailable away) {
      LOG.warnf(
          "The previous search index is not fed until the new one is whole: %s", away.getMessage());
      stop();
    }
  }

  private void writeNewer() {
    if (below == Long.MAX_VALUE) {
      newest = ArticleSearch.top(index);
    }
    Portion portion = texts.below(below);
    writer.write(portion, index);
    index.refresh();
    below = portion.lowest();
    newer = below > newest;
  }

  private void follow() {
    Optional<LogFollower.Page> page = log.next(token, index);
    if (page.isEmpty()) {
      stop();
      return;
    }
    token = page.get().token();
    applied = gap || page.get().more() ? null : token;
  }

  private void stop() {
    failed = true;
    applied = null;
  }

  /** The end of what searches find; null while it lacks changes before that. */
  SyncToken applied() {
    return applied;
  }
}
