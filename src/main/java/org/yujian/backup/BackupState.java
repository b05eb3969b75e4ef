package org.yujian.backup;

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

  /** The older of both; null while one is missing. */
  public Instant complete() {
    if (!bucket || newest == null || newestCopy == null) {
      return bucket && newestCopy == null ? null : newest;
    }
    return newest.isBefore(newestCopy) ? newest : newestCopy;
  }
}
