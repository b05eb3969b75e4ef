package org.yujian.desk;

import java.time.Duration;
import java.time.Instant;
import org.yujian.backup.BackupState;

/**
 * What the overview says about the daily backup.
 *
 * @param state what is known of it
 * @param now time of the page
 */
record BackupLine(BackupState state, Instant now) {
  private static final int HOURS_OF_TWO_DAYS = 48;

  /** When the last backup was finished, with its copy if there is a bucket; null without one. */
  public Instant at() {
    return state.complete();
  }

  public boolean late() {
    return state.isLate(now);
  }

  public long hours() {
    return age().toHours();
  }

  public long days() {
    return age().toDays();
  }

  /** Whether days say more than hours. */
  public boolean inDays() {
    return age().toHours() >= HOURS_OF_TWO_DAYS;
  }

  private Duration age() {
    return Duration.between(at(), now);
  }
}
