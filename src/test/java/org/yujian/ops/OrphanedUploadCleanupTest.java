package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedUploadCleanupTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  @TempDir Path folder;

  private void start(Path of) {
    new OrphanedUploadCleanup(of, Clock.fixed(NOW, ZoneOffset.UTC)).onStart(new StartupEvent());
  }

  private Path upload(String name, Duration age) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "豫园");
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    return file;
  }

  @Test
  void oldUploadsGoAndRecentOnesAndFoldersStay() throws IOException {
    Path old = upload("old", Duration.ofMinutes(61));
    Path recent = upload("recent", Duration.ofMinutes(59));
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.setLastModifiedTime(inner, FileTime.from(NOW.minus(Duration.ofDays(1))));
    start(folder);
    assertThat(old).doesNotExist();
    assertThat(recent).exists();
    assertThat(inner).isDirectory();
  }

  @Test
  void withoutTheFolderTheProgramStarts() {
    assertThatCode(() -> start(folder.resolve("absent"))).doesNotThrowAnyException();
  }
}
