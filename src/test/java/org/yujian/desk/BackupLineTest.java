package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yujian.backup.BackupState;

class BackupLineTest {
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

  private static BackupLine line(Duration age, Duration copyAge) {
    Instant copy = copyAge == null ? null : NOW.minus(copyAge);
    return new BackupLine(
        new BackupState(true, age == null ? null : NOW.minus(age), copyAge != null, copy), NOW);
  }

  @Test
  void theAgeIsInHoursThenInDays() {
    assertThat(line(Duration.ofMinutes(390), null))
        .returns(6L, BackupLine::hours)
        .returns(false, BackupLine::inDays)
        .returns(false, BackupLine::late);
    assertThat(line(Duration.ofHours(37), null))
        .returns(37L, BackupLine::hours)
        .returns(true, BackupLine::late);
    assertThat(line(Duration.ofHours(80), null))
        .returns(3L, BackupLine::days)
        .returns(true, BackupLine::inDays);
  }

  @Test
  void anOldCopyMakesTheBackupOld() {
    assertThat(line(Duration.ofHours(5), Duration.ofHours(50)))
        .returns(2L, BackupLine::days)
        .returns(true, BackupLine::late);
    assertThat(line(Duration.ofHours(5), Duration.ofHours(4))).returns(5L, BackupLine::hours);
  }

  @Test
  void withoutACopyThereIsNoCompleteBackup() {
    BackupState noCopy = new BackupState(true, NOW, true, null);
    assertThat(new BackupLine(noCopy, NOW))
        .returns(null, BackupLine::at)
        .returns(false, BackupLine::late);
  }
}
