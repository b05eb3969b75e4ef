package org.yujian.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yujian.change.SyncToken;
import org.yujian.search.Generations.Stored;
import org.yujian.search.LiveTexts.Portion;
import org.yujian.search.LiveTexts.Start;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.SearchIndex;

/**
 * Keeps the index of a search engine equal to the live articles. Goes on from the position of the
 * last commit. Where there is none, where the log does not reach back to it, or with other rules, a
 * new generation is filled with all live articles, then follows the log to its end, and only then
 * replaces the one before, which follows the log until then ({@link PreviousIndex}).
 *
 * <p>Work is done in steps by one thread at a time. After an exception call {@link #reopen} and go
 * on: everything may be done twice.
 */
final class IndexFeed {

  /** Time between commits, and for which a replaced generation stays for searches that run. */
  static final Duration COMMITS = Duration.ofSeconds(10);

  private final SearchIndex engine;
  private final LiveTexts texts;
  private final IndexRules rules;
  private final BatchWriter writer;
  private final LogFollower log;

  private IndexGeneration current;
  private IndexPosition position;
  private IndexPosition committed;
  private long committedAt = System.nanoTime();
  private final List<String> replaced = new ArrayList<>();
  private boolean forgotten;

  /** What searches use while {@link #current} is filled; null for none, or if others feed it. */
  private PreviousIndex previous;

  private volatile IndexGeneration served;
  private volatile SyncToken applied;
  private volatile FillingProgress progress = FillingProgress.UNKNOWN;

  IndexFeed(SearchIndex engine, LiveTexts texts, IndexRules rules, BatchWriter writer) {
    this.engine = engine;
    this.texts = texts;
    this.rules = rules;
    this.writer = writer;
    this.log = new LogFollower(texts, writer);
  }

  /** The generation for searches; empty until the first one is whole. */
  Optional<IndexGeneration> served() {
    return Optional.ofNullable(served);
  }

  /**
   * The end of what searches find; null while the served generation is not known to have it all.
   */
  SyncToken applied() {
    return applied;
  }

  FillingProgress progress() {
    return progress;
  }

  /** Whether a new generation is being filled, which takes long. */
  synchronized boolean filling() {
    return position == null || position.filling();
  }

  /**
   * Writes a portion of what is new to the index that searches use until another one is whole;
   * returns false when there is none, or others feed it.
   */
  synchronized boolean followPrevious() {
    if (previous == null) {
      return false;
    }
    previous.step();
    applied = previous.applied();
    return true;
  }

  /** Does some work, at most a portion of articles; returns whether there is more. */
  synchronized boolean step() {
    if (current == null) {
      open();
      return true;
    }
    return position.filling() ? fill() : follow();
  }

  /** Reads the position of the last commit again, because what was written later may be lost. */
  synchronized void reopen() {
    current = null;
    position = null;
    previous = null;
    applied = null;
  }

  /**
   * As {@link #reopen}, when the log was replaced or emptied: a position of an empty log would seem
   * to be one of this log, too.
   */
  synchronized void forget() {
    reopen();
    forgotten = true;
  }

  private void open() {
    Start start = texts.start();
    Generations found = Generations.of(engine, rules, start.end().epoch(), this::reaches);
    if (found.good() != null) {
      goOn(found.good(), found.old(), start);
      committed = position;
      return;
    }
    String name = new GenerationName(rules, start.end().epoch(), found.next()).text();
    IndexGeneration made = found.empty() == null ? engine.open(name) : found.empty().index();
    goOn(new Stored(made, IndexPosition.start(start.end(), start.purges())), found.old(), start);
    // Other nodes that share the engine go on with this one instead of making another.
    commit();
  }

  private boolean reaches(SyncToken token) {
    return texts.reaches(token) && !(forgotten && token.anchor() == 0);
  }

  private void goOn(Stored good, Stored old, Start start) {
    current = good.index();
    position = good.position();
    committed = null;
    served = position.whole() ? current : old == null ? null : old.index();
    previous = position.whole() || old == null || !isOurs(old) ? null : previous(old, start);
    progress = new FillingProgress(position.whole(), position.done(), start.articles());
    forgotten = false;
    Set<String> others = new HashSet<>(engine.names());
    others.remove(current.name());
    for (String name : others) {
      if (served == null || position.whole() || !name.equals(served.name())) {
        engine.delete(name);
      }
    }
    replaced.clear();
    replaced.addAll(others);
    replaced.retainAll(engine.names());
  }

  /**
   * Whether this node may write to a generation. In a shared engine, nodes of another release feed
   * one of other rules, and would keep what this one folds.
   */
  private boolean isOurs(Stored old) {
    return !engine.isShared() || old.follows(rules);
  }

  private PreviousIndex previous(Stored old, Start start) {
    SyncToken token = old.position().token();
    return reaches(token)
        ? PreviousIndex.following(old.index(), texts, writer, token)
        : PreviousIndex.withGap(old.index(), texts, writer, start.end());
  }

  private boolean fill() {
    Portion portion = texts.below(position.below());
    writer.write(portion, current);
    position = position.filled(portion.lowest(), portion.articles().size());
    progress = progress.done(position.done());
    return true;
  }

  private boolean follow() {
    Optional<LogFollower.Page> page = log.next(position.token(), current);
    if (page.isEmpty()) {
      reopen();
      return true;
    }
    position = position.at(page.get().token());
    if (!page.get().more() && !position.whole()) {
      serve();
    }
    if (position.whole()) {
      applied = position.token();
    }
    return page.get().more();
  }

  private void serve() {
    current.refresh();
    position = position.complete();
    commit();
    served = current;
    previous = null;
    progress = progress.complete();
  }

  /** Commits what was written and deletes what was replaced, each {@link #COMMITS}. */
  synchronized void tick() {
    if (current == null || System.nanoTime() - committedAt < COMMITS.toNanos()) {
      return;
    }
    // Without changes this says whether the engine has failed for searches meanwhile.
    current.refresh();
    if (!adopt()) {
      commit();
      dropReplaced();
    }
  }

  /** Where another node that shares the engine was faster to fill, goes on with its position. */
  synchronized boolean adopt() {
    if (current == null || position.whole()) {
      return false;
    }
    Optional<IndexPosition> others = current.committedByOthers().flatMap(IndexPosition::of);
    if (others.filter(IndexPosition::whole).isEmpty()) {
      return false;
    }
    reopen();
    return true;
  }

  /** Makes everything durable that was written so far. */
  synchronized void commit() {
    if (current != null && !position.equals(committed)) {
      current.commit(position.text());
      committed = position;
    }
    committedAt = System.nanoTime();
  }

  /** Deletes generations that searches no longer use; later those that another node still uses. */
  synchronized void dropReplaced() {
    if (position != null && position.whole() && !replaced.isEmpty()) {
      replaced.forEach(engine::delete);
      replaced.retainAll(engine.names());
    }
  }

  /** Removes purged words from the files, if there was a purge since the last time. */
  synchronized void expunge() {
    if (position == null || !position.whole()) {
      return;
    }
    long purges = texts.purges();
    if (purges != position.purges()) {
      // A purged article was withdrawn before: after this it is removed.
      boolean more = true;
      while (more && position != null && position.whole()) {
        more = step();
      }
      if (more) {
        return;
      }
      current.expunge();
      position = position.purged(purges);
      commit();
    }
  }
}
