package org.yujian.backup;

import java.time.Duration;
import java.time.Instant;

/**
 * The last good daily backup.
 *
 * @param on whether backups are made every day
 * @param newest when it was finished; null without one
 * @param bucket whether copies go to a bucket
 * @param newestCopy when the newest copy was stored there; null without one
 */
public record BackupState(boolean on, Instant newest, boolean bucket, Instant newestCopy) {
  /** A backup a day was missed once, and half a day has passed. Monitoring rules have it too. */
  private static final Duration LATE = Duration.ofHours(36);

  /** The older of both; null while one is missing. */
  public Instant complete() {
    if (!bucket || newest == null || newestCopy == null) {
      return bucket && newestCopy == null ? null : newest;
    }
    return newest.isBefore(newestCopy) ? newest : newestCopy;
  }

  /** Whether the last backup is older than it may be; false without any. */
  public boolean isLate(Instant now) {
    return complete() != null && Duration.between(complete(), now).compareTo(LATE) > 0;
  }
}
