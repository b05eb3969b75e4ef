package org.yujian.backup;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.yujian.database.DatabaseAccess;
import org.yujian.media.storage.PictureStorage;
import org.yujian.shared.settings.Settings;

/**
 * Makes one backup a day in the folder of the settings, verifies it, copies it to the bucket if one
 * is named, and deletes old ones. Of several nodes that share the folder one makes it. A day that
 * was missed, because the program did not run, is made up for at once.
 */
@ApplicationScoped
public class NightlyBackup {
  private static final Logger LOG = Logger.getLogger(NightlyBackup.class);
  private static final Duration RETRY = Duration.ofHours(1);

  /** Arbitrary; other numbers are used for other locks. */
  private static final long LOCK = 0x79_6a_6e_69_67_68L;

  private final Settings settings;
  private final Config config;
  private final PictureStorage storage;
  private final BackupCopies copies;
  private final Clock clock;
  private Instant notBefore = Instant.MIN;

  NightlyBackup(
      Settings settings, Config config, PictureStorage storage, BackupCopies copies, Clock clock) {
    this.settings = settings;
    this.config = config;
    this.storage = storage;
    this.copies = copies;
    this.clock = clock;
  }

  @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    Optional<BackupFolder> folder = BackupFolder.of(settings);
    if (folder.isEmpty() || clock.instant().isBefore(notBefore)) {
      return;
    }
    try {
      runOnce(folder.get());
    } catch (IOException | SQLException | RuntimeException e) {
      notBefore = clock.instant().plus(RETRY);
      String reason = e instanceof BackupFailure ? e.getMessage() : e.toString();
      LOG.error("The daily backup failed; it is tried again in an hour: " + reason);
      LOG.debug("The daily backup failed", e);
    }
  }

  /**
   * Makes the backup that is due and its copy, unless they are there already or another node is
   * making them.
   *
   * @return whether something was made
   */
  boolean runOnce(BackupFolder folder) throws IOException, SQLException {
    Path file = folder.file(due());
    if (isDone(file)) {
      return false;
    }
    try (BackupConnection lock = BackupConnection.open(access())) {
      boolean alone = lock.text("select pg_try_advisory_lock(" + LOCK + ")::text").equals("true");
      if (!alone || isDone(file)) {
        return false;
      }
      if (!Files.exists(file)) {
        make(file);
        folder.keepNewest(settings.backup().keep());
      }
      if (!copies.has(file)) {
        copies.put(file);
        LOG.infof("Copied %s to the bucket", file.getFileName());
      }
      return true;
    }
  }

  private boolean isDone(Path file) {
    return Files.exists(file) && copies.has(file);
  }

  /** Today, or yesterday while the time of day is still to come. */
  private LocalDate due() {
    ZonedDateTime now = clock.instant().atZone(settings.timeZone());
    boolean early = now.toLocalTime().isBefore(settings.backup().time());
    return early ? now.toLocalDate().minusDays(1) : now.toLocalDate();
  }

  private void make(Path file) throws IOException, SQLException {
    String version = config.getValue("quarkus.application.version", String.class);
    new BackupWriter(access(), storage, version, LOG::debug).write(file);
    boolean good = false;
    try (BackupFile backup = BackupFile.open(file, LOG::debug)) {
      backup.verify();
      good = true;
      LOG.infof("Backup %s, %s", file, backup.summary());
    } finally {
      if (!good) {
        Files.deleteIfExists(file);
      }
    }
  }

  private DatabaseAccess access() {
    return DatabaseAccess.configured(config);
  }
}
