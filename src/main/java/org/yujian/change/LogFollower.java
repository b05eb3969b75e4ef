package org.yujian.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.yujian.shared.page.Sql;
import org.yujian.shared.transaction.Recurring;

/**
 * Reads the change log on from a stored position, for a consumer that must miss nothing: what the
 * consumer writes and the new position are committed together. Every node tries; the one that locks
 * the position does it. Made by {@link LogFollowers}.
 */
public final class LogFollower {

  private static final Logger LOG = Logger.getLogger(LogFollower.class);
  private static final int PAGE = 1_000;

  /** What a consumer makes of the log. The first two run in the transaction of the position. */
  public interface Work {

    /** Handles rows in the order of the log; returns how much work for {@link #wake} it added. */
    int take(List<LogPage.Row> rows);

    /** The log is another one, so that it is unknown what changed; returns as {@link #take}. */
    int startOver();

    /** Called after a commit that added work, unless the scheduler is off. */
    void wake();
  }

  record Source(LogPages log, Tailer tailer, Sql sql, boolean scheduled, boolean serving) {}

  private record Step(int added, boolean more) {}

  private final Source source;
  private final String table;
  private final String name;
  private final Work work;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ExecutorService thread;
  private final Recurring recurring;

  private volatile boolean stopping;

  /** Position after the last run; equal to the tailer's when there is nothing to do. */
  private volatile SyncToken reached;

  LogFollower(Source source, String table, String name, Work work) {
    this.source = source;
    this.table = table;
    this.name = name;
    this.work = work;
    this.stopping = !source.serving();
    this.thread = Executors.newSingleThreadExecutor(task -> daemon(task, name + "-log"));
    this.recurring =
        new Recurring(LOG, "The change log cannot be read for " + name + "; retrying every second");
  }

  private static Thread daemon(Runnable task, String name) {
    Thread daemon = new Thread(task, name);
    daemon.setDaemon(true);
    return daemon;
  }

  /** For {@link ChangeConsumer#tailed}: rows are read from the log, so that none is missed. */
  public void tailed() {
    if (source.scheduled()) {
      look();
    }
  }

  /** Reads in the background unless there is nothing new; call it every second. */
  public void look() {
    boolean done =
        stopping || source.tailer().newest().filter(newest -> newest.equals(reached)).isPresent();
    if (!done && !source.tailer().standby() && asked.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            asked.set(false);
            recurring.run(this::runOnce);
          });
    }
  }

  /** Reads to the end of the log; returns the work added. */
  public int runOnce() {
    int added = 0;
    Optional<Step> step;
    do {
      step = QuarkusTransaction.requiringNew().call(this::step);
      added += step.map(Step::added).orElse(0);
    } while (step.isPresent() && step.get().more());
    if (added > 0 && source.scheduled()) {
      work.wake();
    }
    return added;
  }

  private Optional<Step> step() {
    Optional<String> token =
        source
            .sql()
            .statement("select token from " + table + " for update skip locked")
            .row(row -> row.text(1));
    if (token.isEmpty()) {
      // The first start, or another node is at it.
      source
          .sql()
          .statement("insert into " + table + " (token) values (:token) on conflict do nothing")
          .set("token", source.log().newest().encode(name))
          .run();
      return Optional.empty();
    }
    SyncToken since = SyncToken.decode(token.get(), name);
    Optional<LogPage> page = source.log().read(since, LogFilter.ALL, PAGE);
    if (page.isEmpty()) {
      int added = work.startOver();
      move(source.log().newest(), null);
      return Optional.of(new Step(added, false));
    }
    int added = page.get().rows().isEmpty() ? 0 : work.take(page.get().rows());
    move(page.get().token(), since);
    return Optional.of(new Step(added, page.get().more()));
  }

  private void move(SyncToken to, SyncToken from) {
    if (!to.equals(from)) {
      source
          .sql()
          .statement("update " + table + " set token = :token")
          .set("token", to.encode(name))
          .run();
    }
    reached = to;
  }

  public void stop() {
    stopping = true;
    thread.shutdown();
  }
}
