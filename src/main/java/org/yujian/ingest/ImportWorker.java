package org.yujian.ingest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemRenderer;
import org.yujian.shared.problem.ProblemTranslation;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.ConflictRetry;
import org.yujian.shared.transaction.Recurring;

/**
 * Imports queued documents: claims one, prepares it outside of transactions, and stores it in the
 * transaction that also marks it as done. Each node has one worker with a few threads. An attempt
 * renews its lease with its progress; when the process dies, another attempt begins after the
 * lease.
 */
@ApplicationScoped
class ImportWorker {

  private static final Logger LOG = Logger.getLogger(ImportWorker.class);

  private static final int THREADS = 2;

  /** A document that ended the process or failed unexpectedly this often is failed. */
  private static final int MAX_ATTEMPTS = 3;

  private static final Duration KEPT = Duration.ofDays(7);
  private static final int SHUTDOWN_SECONDS = 5;
  private static final int UNAVAILABLE = 503;

  private final ImportWorkRepository queue;
  private final ImportService imports;
  private final ApiKeyService keys;
  private final DatabaseClock clock;
  private final Set<ImportWork> running = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(THREADS);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "imports");
            thread.setDaemon(true);
            return thread;
          });
  private final Recurring recurring =
      new Recurring(LOG, "Queued imports cannot be read; retrying every second");
  private final Recurring sweeping =
      new Recurring(LOG, "Old import batches cannot be deleted; retrying every hour");
  private volatile boolean stopping;

  ImportWorker(
      ImportWorkRepository queue,
      ImportService imports,
      ApiKeyService keys,
      DatabaseClock clock,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.queue = queue;
    this.imports = imports;
    this.keys = keys;
    this.clock = clock;
    // A command-line run ends soon and has no storage for pictures.
    this.stopping = !serving;
  }

  void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportBatch queued) {
    look();
  }

  /** Finds documents that were queued at another node or whose lease has ended. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    if (!stopping && free.tryAcquire()) {
      threads.execute(
          () -> {
            try {
              recurring.run(this::workWhileThereIsAny);
            } finally {
              free.release();
            }
          });
    }
  }

  private void workWhileThereIsAny() {
    Optional<ImportWork> next = claim();
    while (next.isPresent()) {
      // A second thread may find a document of another lane.
      look();
      run(next.get());
      next = claim();
    }
  }

  private Optional<ImportWork> claim() {
    return stopping
        ? Optional.empty()
        : QuarkusTransaction.requiringNew().call(() -> queue.claim(clock.now()));
  }

  private void run(ImportWork work) {
    running.add(work);
    try {
      if (work.attempts() > MAX_ATTEMPTS) {
        throw new IllegalStateException("Ended the process " + MAX_ATTEMPTS + " times");
      }
      ImportService.Prepared prepared =
          imports.prepare(
              work.request(),
              keys.current(work.keyId()),
              (done, total) -> progress(work, done, total));
      ConflictRetry.on(() -> QuarkusTransaction.requiringNew().call(() -> store(work, prepared)));
    } catch (ImportWork.Lost lost) {
      LOG.debugf("The attempt at %s ends, its claim is lost", work.id());
      if (stopping) {
        giveBack(work);
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      end(work, failure);
    } finally {
      running.remove(work);
    }
  }

  private void progress(ImportWork work, int done, int total) {
    boolean held =
        !stopping
            && QuarkusTransaction.requiringNew()
                .call(() -> queue.progress(work, done, total, clock.now()));
    if (!held) {
      throw new ImportWork.Lost();
    }
  }

  /** The key is read again, because preparing may have taken long. */
  private ImportReport store(ImportWork work, ImportService.Prepared prepared) {
    if (!queue.hold(work)) {
      throw new ImportWork.Lost();
    }
    Caller caller = keys.current(work.keyId());
    ImportService.requireScopes(work.request(), caller);
    ImportReport report = imports.store(prepared, caller);
    queue.done(work, report.id());
    return report;
  }

  /** A refused document is failed; what went wrong here is tried again after the lease. */
  private void end(ImportWork work, Throwable failure) {
    Problem problem = ProblemTranslation.of(failure);
    int status = problem.code().status();
    boolean refused = failure instanceof Problem && status < 500;
    boolean away = status == UNAVAILABLE;
    if (away) {
      LOG.warnf("The queued import %s is tried again later: %s", work.id(), failure);
    } else if (!refused) {
      LOG.warnf(failure, "Attempt %d at the queued import %s failed", work.attempts(), work.id());
    }
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              if (refused || !away && work.attempts() >= MAX_ATTEMPTS) {
                queue.failed(work, documents(problem, work));
              } else {
                queue.release(work, !away, clock.now().plus(ImportWorkRepository.LEASE));
              }
            });
  }

  /** In both languages, because the reader's language is not known yet. */
  private static String documents(Problem problem, ImportWork work) {
    return "{\"en\":"
        + document(problem, "en", work)
        + ",\"zh\":"
        + document(problem, "zh", work)
        + "}";
  }

  private static String document(Problem problem, String language, ImportWork work) {
    byte[] body = ProblemRenderer.render(problem, language, work.id().toString()).body();
    return new String(body, StandardCharsets.UTF_8);
  }

  @Scheduled(every = "1h", delayed = "1h")
  void sweep() {
    sweeping.run(this::deleteOld);
  }

  int deleteOld() {
    return QuarkusTransaction.requiringNew()
        .call(() -> queue.deleteEndedBefore(clock.now().minus(KEPT)));
  }

  /** Ends the attempts at their next step, so that another node goes on at once. */
  void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
    stopping = true;
    threads.shutdown();
    threads.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    running.forEach(this::giveBack);
  }

  private void giveBack(ImportWork work) {
    try {
      QuarkusTransaction.requiringNew().run(() -> queue.release(work, false, clock.now()));
    } catch (RuntimeException away) {
      LOG.debug("The claim ends with its lease", away);
    }
  }
}
