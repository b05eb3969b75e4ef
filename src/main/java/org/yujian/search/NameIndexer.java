package org.yujian.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;
import org.yujian.change.ChangeLog;
import org.yujian.change.ChangedThing;
import org.yujian.feed.SearchableArticles;
import org.yujian.shared.transaction.Recurring;

/**
 * Makes names and suggestions of titles again that older rules made, in small steps while searches
 * go on. Each step is a transaction under the lock of the change log, so two nodes share the work.
 */
@ApplicationScoped
class NameIndexer {

  private static final Logger LOG = Logger.getLogger(NameIndexer.class);

  /** Names or titles of a step, for which publishing waits. */
  private static final int STEP = 20;

  /** Steps of one call, so that other work of the clock gets its turn. */
  private static final int STEPS = 250;

  private final NameIndexRepository names;
  private final TitleRulesRepository titles;
  private final SearchableArticles articles;
  private final SearchProjection projection;
  private final ChangeLog log;

  private final Recurring folding =
      new Recurring(LOG, "Names and titles cannot be made for searching; trying on every second");

  /** Shared by the steps, so that the end of the program waits for one that has begun. */
  private final ReadWriteLock working = new ReentrantReadWriteLock();

  private volatile boolean ending;

  NameIndexer(
      NameIndexRepository names,
      TitleRulesRepository titles,
      SearchableArticles articles,
      SearchProjection projection,
      ChangeLog log) {
    this.names = names;
    this.titles = titles;
    this.articles = articles;
    this.projection = projection;
    this.log = log;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    folding.run(this::runOnce);
  }

  /** No step begins any more: its transaction would lose the database in the middle. */
  void end(@Observes ShutdownEvent event) {
    ending = true;
    working.writeLock().lock();
    working.writeLock().unlock();
  }

  /** Makes what waits, up to some thousand names and titles; returns their number. */
  int runOnce() {
    int done = 0;
    for (ChangedThing kind : List.of(ChangedThing.ACCOUNT, ChangedThing.TAG)) {
      done += steps(() -> step(kind));
    }
    return done + steps(this::titles);
  }

  private int steps(IntSupplier step) {
    int done = 0;
    int some = STEP;
    for (int i = 0; i < STEPS && some > 0 && !ending; i++) {
      some = step.getAsInt();
      done += some;
    }
    return done;
  }

  private int step(ChangedThing kind) {
    working.readLock().lock();
    try {
      if (names.stale(kind, 1).isEmpty()) {
        return 0;
      }
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                // The log's lock first and rows after it, as whoever changes a name does.
                log.lock();
                List<UUID> ids = names.stale(kind, STEP);
                projection.names(kind, ids);
                return ids.size();
              });
    } finally {
      working.readLock().unlock();
    }
  }

  private int titles() {
    working.readLock().lock();
    try {
      return titles.isDone() ? 0 : QuarkusTransaction.requiringNew().call(this::someTitles);
    } finally {
      working.readLock().unlock();
    }
  }

  /** Titles that are published meanwhile follow the present rules already. */
  private int someTitles() {
    log.lock();
    if (titles.isDone()) {
      return 0;
    }
    List<UUID> ids = articles.liveAfter(titles.place(), STEP);
    if (!ids.isEmpty()) {
      projection.titlesAgain(ids);
    }
    titles.move(ids.isEmpty() ? null : ids.get(ids.size() - 1));
    return ids.size();
  }
}
