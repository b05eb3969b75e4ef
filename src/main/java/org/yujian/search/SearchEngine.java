package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.index.SearchIndex;
import org.yujian.search.lucene.LuceneIndex;
import org.yujian.search.opensearch.OpenSearchIndex;
import org.yujian.shared.files.ProcessLock;
import org.yujian.shared.settings.SearchSettings;
import org.yujian.shared.settings.Settings;

/**
 * Chooses the search engine: OpenSearch where an address is set, else Lucene, whose folder it
 * locks. It is opened when it is used first.
 */
@ApplicationScoped
class SearchEngine {

  private static final Logger LOG = Logger.getLogger(SearchEngine.class);

  /** Part of the heap for changes that are not in a file yet; the program also runs with 88 MB. */
  private static final long PART = 32;

  private static final long LEAST_MEGABYTES = 2;
  private static final long MOST_MEGABYTES = 16;

  /** Nodes mark what they use each minute; a garbage collection or a restart takes less. */
  private static final Duration UNUSED = Duration.ofMinutes(10);

  private final Settings settings;
  private ProcessLock lock;

  SearchEngine(Settings settings) {
    this.settings = settings;
  }

  @Produces
  @ApplicationScoped
  SearchIndex index() {
    SearchSettings.OpenSearch shared = settings.search().opensearch();
    if (shared.url().isPresent()) {
      return new OpenSearchIndex(shared, UNUSED);
    }
    Path folder = settings.dataDir().resolve("search");
    if (lock == null) {
      lock = locked(folder);
    }
    return new LuceneIndex(folder, megabytes());
  }

  private static long megabytes() {
    long part = (Runtime.getRuntime().maxMemory() >> 20) / PART;
    return Math.max(LEAST_MEGABYTES, Math.min(MOST_MEGABYTES, part));
  }

  private static ProcessLock locked(Path folder) {
    ProcessLock found;
    try {
      found =
          ProcessLock.tryAcquire(
              Files.createDirectories(folder).toRealPath().resolve("lock"), false);
    } catch (IOException e) {
      throw new IndexUnavailable("The folder " + folder + " cannot be used", e);
    }
    if (found == null) {
      throw new IndexUnavailable("The folder " + folder + " is in use by another Yujian", null);
    }
    return found;
  }

  /** Called after the feeder's last commit, when no request is served any more. */
  void close(@Disposes SearchIndex index) {
    index.close();
    if (lock == null) {
      return;
    }
    try {
      lock.close();
    } catch (IOException e) {
      LOG.debug("Closing", e);
    }
  }
}
