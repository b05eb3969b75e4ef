package org.yujian.backup;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.yujian.shared.settings.Settings;

/**
 * Copies of the daily backups in the bucket of the settings. Remembers when the newest was stored,
 * so that health and metrics need no request to the server.
 */
@ApplicationScoped
class BackupCopies {
  private final Settings.Backup settings;
  private BackupBucket bucket;
  private String newestName = "";
  private volatile Instant newest;

  BackupCopies(Settings settings) {
    this.settings = settings.backup();
  }

  boolean isOn() {
    return settings.s3().bucket().isPresent();
  }

  /** When the newest copy was stored; empty when there is none, or it is not known yet. */
  Optional<Instant> newest() {
    return Optional.ofNullable(newest);
  }

  /** Whether nothing is left to do for a backup: it was copied, or there is no bucket. */
  synchronized boolean has(Path file) {
    String name = file.getFileName().toString();
    if (isOn() && !newestName.equals(name)) {
      look();
    }
    return !isOn() || newestName.equals(name);
  }

  private void look() {
    for (Map.Entry<String, Instant> each : bucket().list().entrySet()) {
      newestName = each.getKey();
      newest = each.getValue();
    }
  }

  /** Stores a copy and deletes old ones. */
  synchronized void put(Path file) {
    bucket().put(file);
    bucket().keepNewest(settings.keep());
    look();
  }

  private BackupBucket bucket() {
    if (bucket == null) {
      bucket = BackupBucket.of(settings.s3());
    }
    return bucket;
  }

  @PreDestroy
  synchronized void close() {
    if (bucket != null) {
      bucket.close();
    }
  }
}
