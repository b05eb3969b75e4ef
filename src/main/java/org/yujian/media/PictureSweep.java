package org.yujian.media;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.yujian.media.rendering.PictureRenderer;
import org.yujian.media.storage.PictureStorage;
import org.yujian.media.storage.StoredName;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.transaction.Recurring;

/**
 * Deletes pictures that no account has, with their files, and files without a row, which a killed
 * process leaves. Reports rows without files, which only damage to the storage can make.
 */
@ApplicationScoped
class PictureSweep {

  private static final Logger LOG = Logger.getLogger(PictureSweep.class);

  /** Longer than any import that has stored its pictures and not yet its articles. */
  private static final Duration UNUSED = Duration.ofDays(1);

  /** Longer than any upload; other nodes may be storing files whose rows are not committed. */
  private static final Duration YOUNG = Duration.ofHours(1);

  private static final int BATCH = 100;

  /** Keys in one statement; PostgreSQL takes 65,535 parameters. */
  private static final int CHUNK = 1_000;

  private final PictureRepository pictures;
  private final PictureStorage storage;
  private final Clock clock;
  private final boolean exclusive;
  private final Instant started;
  private final Recurring recurring =
      new Recurring(LOG, "Unused pictures cannot be deleted; retrying every hour");

  PictureSweep(PictureRepository pictures, PictureStorage storage, Clock clock, Settings settings) {
    this.pictures = pictures;
    this.storage = storage;
    this.clock = clock;
    this.started = clock.instant();
    this.exclusive = settings.media().s3().bucket().isEmpty() && !settings.media().shared();
  }

  void onStart(@Observes StartupEvent start) {
    PictureRenderer.removeLeftFolders(clock.millis());
  }

  @Scheduled(every = "1h", delayed = "2s")
  void sweep() {
    recurring.run(
        () -> {
          Instant now = clock.instant();
          deleteUnused(now.minus(UNUSED));
          // Before this process nobody else stored files in a folder of its own.
          deleteFilesWithoutRow(exclusive ? started : now.minus(YOUNG));
        });
  }

  /**
   * The rows stay locked until the files are gone, so that the same picture cannot come between.
   */
  void deleteUnused(Instant before) {
    int deleted;
    do {
      deleted =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    List<String> keys = pictures.lockOrphans(before, BATCH);
                    if (!keys.isEmpty()) {
                      Map<String, List<String>> files = files(Instant.MAX);
                      keys.forEach(
                          key -> files.getOrDefault(key, List.of()).forEach(storage::delete));
                      pictures.delete("key in ?1", keys);
                    }
                    return keys.size();
                  });
    } while (deleted == BATCH);
  }

  void deleteFilesWithoutRow(Instant before) {
    Map<String, List<String>> files = files(before);
    List<String> keys = List.copyOf(files.keySet());
    int deleted = 0;
    for (int from = 0; from < keys.size(); from += CHUNK) {
      List<String> some = keys.subList(from, Math.min(keys.size(), from + CHUNK));
      Set<String> known = QuarkusTransaction.requiringNew().call(() -> pictures.among(some));
      for (String key : some) {
        if (!known.contains(key)) {
          files.get(key).forEach(storage::delete);
          deleted++;
        }
      }
    }
    if (deleted > 0) {
      LOG.infof("Deleted the files of %d pictures without a row", deleted);
    }
  }

  /** Names of files not younger than a time, by the key of their picture. */
  private Map<String, List<String>> files(Instant before) {
    try (Stream<StoredName> all = storage.list()) {
      return all.filter(file -> !file.modified().isAfter(before))
          .map(StoredName::name)
          .collect(groupingBy(name -> name.substring(0, name.indexOf('/'))));
    }
  }
}
