package org.yujian.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.database.DatabaseAccess;
import org.yujian.shared.settings.Settings;
import org.yujian.testing.Folders;

/** One backup a day, made up for when it was missed, the newest kept. */
class NightlyBackupTest {
  private static BackupDatabase server;
  private static DatabaseAccess access;

  @BeforeAll
  static void start() throws Exception {
    server = new BackupDatabase(Folders.empty("nightly-server"));
    access = server.filled("nightly", true);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A node at a time; the time zone is eight hours ahead of UTC. */
  private static NightlyBackup node(Path folder, String now) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(Settings.class)
            .withDefaultValues(
                Map.of(
                    "yujian.backup.folder", folder.toString(),
                    "yujian.backup.keep", "2",
                    "quarkus.application.version", "0.7.0",
                    "quarkus.datasource.jdbc.url", access.jdbcUrl(),
                    "quarkus.datasource.username", access.user(),
                    "quarkus.datasource.password", access.password()))
            .build();
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    Settings settings = config.getConfigMapping(Settings.class);
    BackupCopies copies = new BackupCopies(settings);
    return new NightlyBackup(settings, config, new MemoryStorage(), copies, clock);
  }

  private static List<String> files(Path folder) throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void oneADayAndTheNewestAreKept() throws Exception {
    Path folder = Folders.empty("nightly");
    Files.writeString(folder.resolve("notes.txt"), "stays");
    // 03:29 in Shanghai: the backup of the day before is missing.
    node(folder, "2026-11-30T19:29:00Z").look();
    assertThat(files(folder)).containsExactly("notes.txt", "yujian-2026-11-30.zip");
    node(folder, "2026-11-30T19:29:30Z").look();
    assertThat(files(folder)).hasSize(2);
    node(folder, "2026-11-30T19:30:00Z").look();
    node(folder, "2026-12-01T10:00:00Z").look();
    assertThat(files(folder)).contains("yujian-2026-12-01.zip").hasSize(3);
    node(folder, "2026-12-04T10:00:00Z").look();
    assertThat(files(folder))
        .containsExactly("notes.txt", "yujian-2026-12-01.zip", "yujian-2026-12-04.zip");
    try (BackupFile newest =
        BackupFile.open(folder.resolve("yujian-2026-12-04.zip"), System.out::println)) {
      newest.verify();
    }
  }

  @Test
  void onlyOneOfSeveralNodesMakesIt() throws Exception {
    Path folder = Folders.empty("nightly-nodes");
    BackupFolder backups = new BackupFolder(folder);
    List<Boolean> made =
        Stream.of("2026-12-01T10:00:00Z", "2026-12-01T10:00:01Z", "2026-12-01T10:00:02Z")
            .map(now -> node(folder, now))
            .toList()
            .parallelStream()
            .map(node -> runOnce(node, backups))
            .toList();
    assertThat(made).containsOnlyOnce(true);
    assertThat(files(folder)).containsExactly("yujian-2026-12-01.zip");
  }

  private static boolean runOnce(NightlyBackup node, BackupFolder folder) {
    try {
      return node.runOnce(folder);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatFailsIsTriedAgainAnHourLater() throws Exception {
    Path file = Files.writeString(Folders.empty("nightly-full").resolve("file"), "no folder");
    NightlyBackup node = node(file, "2026-12-01T10:00:00Z");
    node.look();
    assertThat(new BackupFolder(file).newest()).isEmpty();
    Files.delete(file);
    // At the same time: not yet.
    node.look();
    assertThat(file).doesNotExist();
    node(file, "2026-12-01T11:00:00Z").look();
    assertThat(new BackupFolder(file).newest()).isPresent();
  }
}
