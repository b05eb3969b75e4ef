package org.yujian.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.yujian.change.SyncToken;
import org.yujian.search.LiveTexts.Logged;
import org.yujian.search.LiveTexts.Portion;
import org.yujian.search.LiveTexts.Start;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.SearchIndex;

/**
 * Keeps the index of a search engine equal to the live articles. Goes on from the position of the
 * last commit. Where there is none, where the log does not reach back to it, or with other rules, a
 * new generation is filled with all live articles, then follows the log to its end, and only then
 * replaces the one before.
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

  private IndexGeneration current;
  private IndexPosition position;
  private IndexPosition committed;
  private long committedAt = System.nanoTime();
  private final List<String> replaced = new ArrayList<>();
  private boolean forgotten;

  private volatile IndexGeneration served;
  private volatile SyncToken applied;
  private volatile FillingProgress progress = FillingProgress.UNKNOWN;

  IndexFeed(SearchIndex engine, LiveTexts texts, IndexRules rules, BatchWriter writer) {
    this.engine = engine;
    this.texts = texts;
    this.rules = rules;
    this.writer = writer;
  }

  /** The generation for searches; empty until the first one is whole. */
  Optional<IndexGeneration> served() {
    return Optional.ofNullable(served);
  }

  /** The end of what searches find; null while the served generation does not follow the log. */
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

  /** A generation on the disk. */
  private record Found(IndexGeneration index, IndexPosition position) {}

  private void open() {
    Start start = texts.start();
    long epoch = start.end().epoch();
    Map<Integer, String> ours = new TreeMap<>(Comparator.reverseOrder());
    Found old = null;
    for (String name : engine.names()) {
      Optional<GenerationName> known = GenerationName.of(name);
      if (known.filter(one -> one.follows(rules, epoch)).isPresent()) {
        ours.put(known.get().number(), name);
      } else if (known.filter(one -> one.searchable(rules, epoch)).isPresent()) {
        old = whole(find(name), old);
      }
    }
    Found good = null;
    Found empty = null;
    for (String name : ours.values()) {
      Found found = find(name);
      if (good == null && found.position() != null && reaches(found.position().token())) {
        good = found;
      } else if (empty == null && isEmpty(found)) {
        empty = found;
      } else {
        old = whole(found, old);
      }
    }
    if (good != null) {
      goOn(good, old, start);
      committed = position;
      return;
    }
    int next = 1 + ours.keySet().stream().findFirst().orElse(0);
    String name = new GenerationName(rules, epoch, next).text();
    IndexGeneration made = empty == null ? engine.open(name) : empty.index();
    goOn(new Found(made, IndexPosition.start(start.end(), start.purges())), old, start);
    // Other nodes that share the engine go on with this one instead of making another.
    commit();
  }

  /** Whether it was made and not used, by another node that starts too, or before a failure. */
  private static boolean isEmpty(Found found) {
    if (found.position() != null) {
      return false;
    }
    found.index().refresh();
    return found.index().size() == 0;
  }

  private boolean reaches(SyncToken token) {
    return texts.reaches(token) && !(forgotten && token.anchor() == 0);
  }

  private Found find(String name) {
    IndexGeneration index = engine.open(name);
    return new Found(index, index.position().flatMap(IndexPosition::of).orElse(null));
  }

  private static Found whole(Found found, Found otherwise) {
    return found.position() != null && found.position().whole() ? found : otherwise;
  }

  private void goOn(Found good, Found old, Start start) {
    forgotten = false;
    current = good.index();
    position = good.position();
    committed = null;
    served = position.whole() ? current : old == null ? null : old.index();
    progress = new FillingProgress(position.whole(), position.done(), start.articles());
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

  private boolean fill() {
    Portion portion = texts.below(position.below());
    writer.write(portion, current);
    position = position.filled(portion.lowest(), portion.articles().size());
    progress = progress.done(position.done());
    return true;
  }

  private boolean follow() {
    Optional<Logged> read = texts.after(position.token());
    if (read.isEmpty()) {
      reopen();
      return true;
    }
    boolean written = writer.write(read.get().first(), current);
    List<UUID> later = read.get().first().later();
    while (!later.isEmpty()) {
      Portion portion = texts.of(later);
      written |= writer.write(portion, current);
      later = portion.later();
    }
    if (written) {
      current.refresh();
    }
    position = position.at(read.get().token());
    if (!read.get().more() && !position.whole()) {
      serve();
    }
    applied = position.whole() ? position.token() : null;
    return read.get().more();
  }

  private void serve() {
    current.refresh();
    position = position.complete();
    commit();
    served = current;
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
