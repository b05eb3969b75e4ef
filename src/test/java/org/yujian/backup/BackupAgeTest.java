package org.yujian.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.yujian.shared.settings.Settings;
import org.yujian.testing.Folders;
import org.yujian.testing.MappedSettings;

/** What monitoring sees of daily backups, from the first start on. */
class BackupAgeTest {
  private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");

  /** A clock that a test moves. */
  private static final class MovedClock extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final MovedClock clock = new MovedClock();
  private final MeterRegistry metrics = new SimpleMeterRegistry();

  private BackupAge age(Map<String, String> backup) {
    Map<String, String> values = new HashMap<>(backup);
    values.put("quarkus.application.version", "0.7.0");
    Settings settings = MappedSettings.of(values);
    BackupAge age = new BackupAge(settings, new BackupCopies(settings), metrics, clock);
    age.register(null);
    return age;
  }

  private double gauge(String name) {
    return metrics.get(name).gauge().value();
  }

  @Test
  void withoutBackupsThereIsNoAge() {
    BackupAge age = age(Map.of());
    assertThat(gauge("yujian.backup.age")).isNaN();
    assertThat(gauge("yujian.backup.copy.age")).isNaN();
    assertThat(new BackupHealth(age, clock).judged().call().getStatus()).isEqualTo(Status.UP);
  }

  /** An alarm compares the age with a number, which NaN never exceeds. */
  @Test
  void backupsThatNeverWorkHaveAnAgeSinceTheStart() {
    Path folder = Folders.path("backup-age-missing");
    BackupAge age =
        age(Map.of("yujian.backup.folder", folder.toString(), "yujian.backup.s3.bucket", "none"));
    clock.now = START.plus(Duration.ofHours(40));
    assertThat(gauge("yujian.backup.age")).isEqualTo(144_000);
    assertThat(gauge("yujian.backup.copy.age")).isEqualTo(144_000);
    HealthCheckResponse health = new BackupHealth(age, clock).judged().call();
    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getData().orElseThrow())
        .containsEntry("state", "none yet")
        .containsEntry("copy", "none yet");
  }

  @Test
  void aBackupIsLateAfterAMissedOneAndHalfADay() throws Exception {
    Path folder = Folders.empty("backup-age");
    Path file = Files.writeString(folder.resolve("yujian-2026-12-01.zip"), "");
    Files.setLastModifiedTime(file, FileTime.from(START));
    BackupAge age = age(Map.of("yujian.backup.folder", folder.toString()));
    clock.now = START.plus(Duration.ofHours(36));
    assertThat(gauge("yujian.backup.age")).isEqualTo(129_600);
    assertThat(new BackupHealth(age, clock).judged().call().getStatus()).isEqualTo(Status.UP);
    clock.now = clock.now.plusSeconds(1);
    assertThat(new BackupHealth(age, clock).judged().call().getStatus()).isEqualTo(Status.DOWN);
  }
}
